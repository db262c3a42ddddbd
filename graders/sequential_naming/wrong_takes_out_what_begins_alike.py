"""Layers disappear that were not named: one name is a part of another, as conv1 is of conv10. Names are compared as
a whole.

fails: the_others_keep_their_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        del layers[name]
        for other in [other for other in layers if name in other]:
            del layers[other]
    return nn.Sequential(layers)
