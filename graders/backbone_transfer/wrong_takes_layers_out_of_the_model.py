"""The dropped layers are gone from the model itself, which can no longer classify.

fails: the_model_is_left_alone
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    for name in drop:
        if name in model._modules:
            del model._modules[name]
    layers = list(model.named_children())
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
