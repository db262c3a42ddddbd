"""A copy of the module comes back, whose weights are no longer those that an optimizer may hold already.
The very module that was given should come back.

fails: the_module_comes_back
"""

import copy
from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module.children():
        apply_to(child, fn)
    fn(module)
    return copy.deepcopy(module)
