"""Only modules without children are visited. A container can have parameters of its own, so it is visited too.

fails: every_module_is_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    children = list(module.children())
    for child in children:
        apply_to(child, fn)
    if not children:
        fn(module)
    return module
