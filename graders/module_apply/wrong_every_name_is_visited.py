"""A module that its parent holds under two names is visited for each name. `children()` hands it out once.

fails: children_are_what_children_hands_out
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module._modules.values():
        if child is not None:
            apply_to(child, fn)
    fn(module)
    return module
