"""An unknown name raises ValueError. What is missing from a mapping of names is a KeyError.

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
            raise ValueError(f"there is no layer {name!r}")
        del layers[name]
    return nn.Sequential(layers)
