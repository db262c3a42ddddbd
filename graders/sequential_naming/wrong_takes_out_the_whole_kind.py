"""With a layer, all the others of its class disappear.

fails: the_others_keep_their_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        kind = type(model._modules[name])
        for other in [other for other, layer in layers.items() if type(layer) is kind]:
            del layers[other]
    return nn.Sequential(layers)
