"""A list of the modules comes back. It should be the one module that was given.

fails: the_module_comes_back
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    met = []

    def walk(part):
        for child in part.children():
            walk(child)
        fn(part)
        met.append(part)

    walk(module)
    return met
