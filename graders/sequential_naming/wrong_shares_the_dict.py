"""The result shares its dict of layers with the model: a shallow copy is a new object with the old dict inside.

fails: the_model_is_left_alone
"""

import copy

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    for name in names:
        if name not in model._modules:
            raise KeyError(name)
    rest = copy.copy(model)
    for name in names:
        delattr(rest, name)
    return rest
