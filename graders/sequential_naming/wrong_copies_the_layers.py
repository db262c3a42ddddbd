"""The layers in the result are copies. Training one of the two models would leave the other as it is, and the
memory is used twice.

fails: they_are_the_same_modules
"""

import copy
from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        del layers[name]
    return copy.deepcopy(nn.Sequential(layers))
