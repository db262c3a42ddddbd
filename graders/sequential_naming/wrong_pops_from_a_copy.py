"""The layers that stay are numbered anew, and they are copies: pop(i) goes by position and leaves no name in place.

fails: the_others_keep_their_names
"""

import copy

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    for name in names:
        if name not in model._modules:
            raise KeyError(name)
    rest = copy.deepcopy(model)
    for place in sorted((list(model._modules).index(name) for name in names), reverse=True):
        rest.pop(place)
    return rest
