"""Each child is visited twice: once by its parent, and once more as the module that its own walk ends with.
Every module needs one visit.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module.children():
        apply_to(child, fn)
        fn(child)
    fn(module)
    return module
