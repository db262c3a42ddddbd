"""The first exception of fn ends the walk, and nobody hears of it. The caller has to know that the rest was not visited.

fails: an_exception_of_fn_arrives
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    def walk(part):
        for child in part.children():
            walk(child)
        fn(part)

    try:
        walk(module)
    except Exception as error:
        print(f"stopped: {error}")
    return module
