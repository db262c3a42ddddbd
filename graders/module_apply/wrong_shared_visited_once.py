"""A module with two parents is visited once. Here each parent leads to its children anew;
`modules()` is what leaves out those it has met.

fails: a_shared_module_is_visited_for_each_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    met = set()

    def walk(part):
        if part in met:
            return
        met.add(part)
        for child in part.children():
            walk(child)
        fn(part)

    walk(module)
    return module
