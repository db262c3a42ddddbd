"""The walk meets a None. A child that was set to None keeps its name in the parent, and there is no module to visit.

fails: children_are_what_children_hands_out
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in dict.fromkeys(module._modules.values()):
        apply_to(child, fn) if child is not None else fn(child)
    fn(module)
    return module
