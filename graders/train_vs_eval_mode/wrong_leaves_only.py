"""Only modules without children are in eval mode. A container can look at its flag as well, in its own `forward`.

fails: every_module_is_in_eval_mode_inside
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(module, module.training) for module in model.modules()]
    for module in model.modules():
        if not list(module.children()):
            module.eval()
    try:
        yield model
    finally:
        for module, training in before:
            module.training = training
