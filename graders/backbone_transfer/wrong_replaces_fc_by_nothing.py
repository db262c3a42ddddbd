"""The model's own last layer was replaced by one that does nothing.

fails: the_model_is_left_alone
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    for name in drop:
        if hasattr(model, name):
            setattr(model, name, nn.Identity())
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
