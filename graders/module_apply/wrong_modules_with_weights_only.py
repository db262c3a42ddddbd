"""Modules without parameters of their own are skipped. The function decides what a module means to it,
and some functions look for exactly those: activations, dropout, containers.

fails: every_module_is_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module.children():
        apply_to(child, fn)
    if list(module.parameters(recurse=False)):
        fn(module)
    return module
