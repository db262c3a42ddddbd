"""A module is visited again after each of its children. It is visited once, when all of its children are done.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    children = list(module.children())
    for child in children:
        apply_to(child, fn)
        fn(module)
    if not children:
        fn(module)
    return module
