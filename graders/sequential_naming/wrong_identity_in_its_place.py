"""The name is still there, with another module under it. The layer no longer does anything, but it was to be taken
out.

fails: the_others_keep_their_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        layers[name]
        layers[name] = nn.Identity()
    return nn.Sequential(layers)
