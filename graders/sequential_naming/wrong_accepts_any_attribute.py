"""A name that is no layer but another attribute, such as a method, is accepted.

fails: an_unknown_name_is_a_key_error
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        if not hasattr(model, name):
            raise KeyError(name)
        layers.pop(name, None)
    return nn.Sequential(layers)
