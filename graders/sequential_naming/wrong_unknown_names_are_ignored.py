"""A name that the model does not have is passed over in silence, so a typing error goes unnoticed.

fails: an_unknown_name_is_a_key_error
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        layers.pop(name, None)
    return nn.Sequential(layers)
