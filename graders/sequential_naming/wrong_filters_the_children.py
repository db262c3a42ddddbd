"""A second name of a module is lost before anything is taken out: named_children() lists every module once, under the
first of its names.

fails: a_module_may_have_two_names
"""

from collections import OrderedDict

from torch import nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model: nn.Sequential, *names: str) -> nn.Sequential:
    for name in names:
        if name not in model._modules:
            raise KeyError(name)
    return nn.Sequential(OrderedDict((name, layer) for name, layer in model.named_children() if name not in names))
