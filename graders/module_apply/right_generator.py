"""A generator yields the modules in order, and a loop calls the function."""

from torch.nn import Module

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def children_first(part: Module):
    for child in part.children():
        yield from children_first(child)
    yield part


def apply_to(module, fn):
    for part in children_first(module):
        fn(part)
    return module
