"""A module that fn returns takes the place of the one it was given. What fn returns is ignored;
a function that wants another child has to set it in the parent.

fails: what_fn_returns_is_ignored
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    def walk(part):
        for name, child in part.named_children():
            new = walk(child)
            if isinstance(new, nn.Module):
                setattr(part, name, new)
        return fn(part)

    walk(module)
    return module
