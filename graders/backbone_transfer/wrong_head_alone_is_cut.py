"""The first part is the whole model up to its end, so the layers of the head are in both parts.

fails: the_halves_compute_what_the_model_does
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    layers = [(name, layer) for name, layer in model.named_children() if name not in drop]
    place = [name for name, _ in layers].index(cut) + 1
    return nn.Sequential(OrderedDict(layers)), nn.Sequential(OrderedDict(layers[place:]))
