"""Modules without children are skipped. They are the layers, which is where the weights are.

fails: every_module_is_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    if not list(module.children()):
        return module
    for child in module.children():
        apply_to(child, fn)
    fn(module)
    return module
