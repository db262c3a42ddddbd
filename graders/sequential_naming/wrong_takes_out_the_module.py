"""Where a module has two names, both of them go. A name was to be taken out, and the other one still stands.

fails: a_module_may_have_two_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    layers = OrderedDict(model._modules)
    for name in names:
        gone = model._modules[name]
        for other in [other for other, layer in layers.items() if layer is gone]:
            del layers[other]
    return nn.Sequential(layers)
