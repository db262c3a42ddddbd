"""The layers come out in the order of the alphabet, so the result computes something else. The order of the model
is to be kept.

fails: the_others_keep_their_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(sorted(model._modules.items()))
    for name in names:
        del layers[name]
    return nn.Sequential(layers)
