"""All modules without children come first and the containers after them. A container is visited
as soon as what is inside it is finished, before the next sibling.

fails: children_come_before_their_parent
"""

from collections.abc import Callable

from torch import nn

PREDICT_1 = ["Linear", "ReLU", "Sequential", "Tanh", "Sequential"]
PREDICT_2 = 4.0


def apply_to(module: nn.Module, fn: Callable[[nn.Module], None]) -> nn.Module:
    def walk(part):
        for child in part.children():
            yield from walk(child)
        yield part

    parts = list(walk(module))
    for part in sorted(parts, key=lambda part: any(True for _ in part.children())):
        fn(part)
    return module
