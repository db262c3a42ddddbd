"""The function is given pairs of a name and a module. It expects the module alone.

fails: every_module_is_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for pair in module.named_children():
        apply_to(pair[1], fn)
        fn(pair)
    return module
