"""A module with two names is left under one of them only: named_children() lists every module once.

fails: a_module_may_have_two_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model.named_children())
    for name in names:
        del layers[name]
    return nn.Sequential(layers)
