"""A module is visited before what is inside it. The order is children first, then the module itself.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for part in module.modules():
        fn(part)
    return module
