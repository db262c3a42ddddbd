"""The function works on copies of the children, so the model stays as it was. It is given the modules themselves.

fails: fn_works_on_the_modules_themselves
"""

import copy
from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module.children():
        apply_to(copy.deepcopy(child), fn)
    fn(module)
    return module
