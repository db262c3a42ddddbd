"""A module is visited first, and then its children, each shared one for each parent.
The order is the other way round: what is inside, then the module itself.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    fn(module)
    for child in module.children():
        apply_to(child, fn)
    return module
