"""The name "0" is accepted although no layer is called so: it is taken for a position.

fails: an_unknown_name_is_a_key_error
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        if name not in layers and name.isdigit() and int(name) < len(layers):
            name = list(layers)[int(name)]
        del layers[name]
    return nn.Sequential(layers)
