"""The features are frozen, and with them the layers of the model. Which layers are trained is for the caller to say.

fails: the_model_is_left_alone
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    features, head = nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
    features.requires_grad_(False)
    return features, head
