"""Without names the model itself comes back, not a new container, so later changes of one are changes of both.

fails: the_model_is_left_alone
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    if not names:
        return model
    layers = OrderedDict(model._modules)
    for name in names:
        del layers[name]
    return nn.Sequential(layers)
