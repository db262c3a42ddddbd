"""The deepest modules of the whole tree come first, then those one level up. Each child is finished,
with everything inside it, before the next one begins, however deep either of them goes.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    levels = [[module]]
    while levels[-1]:
        levels.append([child for part in levels[-1] for child in part.children()])
    for level in reversed(levels):
        for part in level:
            fn(part)
    return module
