"""An unknown name raises AttributeError, which tells of an attribute that the caller never mentioned. A KeyError is
asked for.

fails: an_unknown_name_is_a_key_error
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        if name not in layers:
            raise AttributeError(f"no layer {name!r}")
        del layers[name]
    return nn.Sequential(layers)
