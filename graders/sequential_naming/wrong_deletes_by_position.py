"""The names of the layers that stay are lost. `del model[i]` numbers all of them anew, and it works on the model
itself.

fails: the_others_keep_their_names
"""

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    for name in names:
        if name not in model._modules:
            raise KeyError(name)
        del model[list(model._modules).index(name)]
    return model
