"""Parents come after their children, but the last child comes first: it is the order of `modules()` from the end.
Among themselves the children keep their order.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    for part in reversed(list(module.modules())):
        fn(part)
    return module
