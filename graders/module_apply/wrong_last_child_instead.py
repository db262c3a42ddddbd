"""The walk ends with the last child once more where the module itself should come. When a loop is over,
its variable still holds the last value.

fails: every_module_is_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    root = module
    for module in module.children():
        apply_to(module, fn)
    fn(module)
    return root
