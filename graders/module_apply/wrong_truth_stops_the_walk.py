"""The walk ends when fn returns something true. What fn returns says nothing; all modules are visited.

fails: what_fn_returns_is_ignored
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    def walk(part):
        return any(walk(child) for child in part.children()) or fn(part)

    walk(module)
    return module
