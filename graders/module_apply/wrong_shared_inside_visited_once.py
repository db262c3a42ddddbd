"""A module with two parents is visited twice, but what is inside it only once.
The second visit brings its children along, as the first one did.

fails: a_shared_module_is_visited_for_each_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    met = set()

    def walk(part):
        if part not in met:
            met.add(part)
            for child in part.children():
                walk(child)
        fn(part)

    walk(module)
    return module
