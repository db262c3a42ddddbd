"""A name with a dot, of a layer inside a block, is accepted, and nothing is taken out for it.

fails: an_unknown_name_is_a_key_error
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        if name not in dict(model.named_modules(remove_duplicate=False)) or not name:
            raise KeyError(name)
        layers.pop(name, None)
    return nn.Sequential(layers)
