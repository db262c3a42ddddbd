"""The layers are taken out of the model itself, so it is changed for everybody who uses it.

fails: the_model_is_left_alone
"""

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    for name in names:
        if name not in model._modules:
            raise KeyError(name)
    for name in names:
        delattr(model, name)
    return model
