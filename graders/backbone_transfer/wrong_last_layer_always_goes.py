"""The last layer is left out whatever it is called, also in a model that has no fc.

fails: dropped_layers_are_in_neither_part
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children()]
    layers = layers[:-1]
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers[:place])), nn.Sequential(OrderedDict(layers[place:]))
