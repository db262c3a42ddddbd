"""When fn returns something true, that comes back in place of the module. What fn returns is ignored.

fails: what_fn_returns_is_ignored
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module.children():
        apply_to(child, fn)
    return fn(module) or module
