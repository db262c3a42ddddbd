"""Checks the names first, then adds what is left to an empty container, one layer at a time."""

import torch.nn as nn

PREDICT_1 = (True, "TypeError")
PREDICT_2 = ["0.weight", "0.bias", "1.weight", "1.bias"]


def without(model, *names):
    known = [name for name, _ in model.named_modules(remove_duplicate=False) if name and "." not in name]
    for name in names:
        if name not in known:
            raise KeyError(name)
    result = nn.Sequential()
    for name in known:
        if name not in names:
            result.add_module(name, model.get_submodule(name))
    return result
