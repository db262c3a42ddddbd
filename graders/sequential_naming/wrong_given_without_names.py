"""The layers that stay are numbered anew. A container that is given modules one by one never hears of their names.

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
    return nn.Sequential(*layers.values())
