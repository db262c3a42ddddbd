"""The result holds the named layers and nothing else; they are the ones to take out.

fails: the_others_keep_their_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    for name in names:
        if name not in model._modules:
            raise KeyError(name)
    return nn.Sequential(OrderedDict((name, model._modules[name]) for name in model._modules if name in names))
