"""Everything behind the named layer is gone as well. Only the layer itself was to be taken out.

fails: the_others_keep_their_names
"""

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    for name in names:
        if name not in model._modules:
            raise KeyError(name)
    places = [list(model._modules).index(name) for name in names]
    return model[: min(places)] if places else model[:]
