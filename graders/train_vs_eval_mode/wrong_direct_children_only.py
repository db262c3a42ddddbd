"""The model and its direct children are switched, but not what is inside those.

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
    model.training = False
    for child in model.children():
        child.training = False
    try:
        yield model
    finally:
        for module, training in before:
            module.training = training
