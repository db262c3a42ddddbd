"""The walk follows the dict of registered names, where one module can stand under two names and a None under one.
`children()` hands out each child once, and no None.

fails: children_are_what_children_hands_out
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module._modules.values():
        apply_to(child, fn)
    fn(module)
    return module
