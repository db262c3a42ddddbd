"""The walk ends when fn returns False. What fn returns says nothing; all modules are visited.

fails: what_fn_returns_is_ignored
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    def walk(part):
        going = True
        for child in part.children():
            going = going and walk(child)
        return going and fn(part) is not False

    walk(module)
    return module
