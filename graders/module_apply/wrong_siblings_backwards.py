"""The children of a module come in reverse order, the last one first. They keep the order in which they were registered.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in reversed(list(module.children())):
        apply_to(child, fn)
    fn(module)
    return module
