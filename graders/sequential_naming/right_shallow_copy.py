"""A shallow copy of the model, with a dict of its own, and delattr for each name."""

import copy

from torch.nn import Sequential

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


class UnknownLayer(KeyError):
    pass


def without(model: Sequential, *names: str) -> Sequential:
    if not set(names) <= model._modules.keys():
        raise UnknownLayer(*names)
    shorter = copy.copy(model)
    shorter._modules = model._modules.copy()
    for name in names:
        delattr(shorter, name)
    return shorter
