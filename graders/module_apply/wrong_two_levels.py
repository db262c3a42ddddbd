"""The walk ends two levels down. Blocks in blocks are common, and every depth is visited.

fails: every_module_is_visited
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for child in module.children():
        for grandchild in child.children():
            fn(grandchild)
        fn(child)
    fn(module)
    return module
