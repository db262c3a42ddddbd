"""The walk goes back into a module that has been visited, and meets the children that fn put there.
They are not part of what was given.

fails: new_children_are_not_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    old = list(module.children())
    for child in old:
        apply_to(child, fn)
    fn(module)
    for child in module.children():
        if child not in old:
            apply_to(child, fn)
    return module
