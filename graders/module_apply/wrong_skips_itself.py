"""The module that was given is not visited. It is a module like those inside it, and it comes last.

fails: every_module_is_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    def below(part):
        for child in part.children():
            below(child)
            fn(child)

    below(module)
    return module
