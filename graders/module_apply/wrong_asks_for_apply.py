"""The module's own `apply` does the work. It does all that is asked; the extra point is for a walk of your own.

fails: the_walk_is_its_own
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    return module.apply(fn)
