"""An exception of fn disappears, and the walk goes on. A half-initialized model would then look like a good one;
the caller has to hear of it.

fails: an_exception_of_fn_arrives
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module.children():
        apply_to(child, fn)
    try:
        fn(module)
    except Exception as error:
        print(f"skipped: {error}")
    return module
