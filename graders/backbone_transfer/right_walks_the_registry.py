"""Copies the registry of modules and takes entries out of the copy."""

from collections import OrderedDict

from torch import nn

PREDICT_1 = 0


def split_backbone(model, cut, drop=("fc",)):
    rest = dict(model._modules)
    for name in drop:
        rest.pop(name, None)
    if cut not in rest:
        raise ValueError(cut)
    first = OrderedDict()
    while cut in rest:
        name = next(iter(rest))
        first[name] = rest.pop(name)
    return nn.Sequential(first), nn.Sequential(OrderedDict(rest))
