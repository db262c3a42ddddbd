"""Only the flag of the outermost module is switched. Every module has a flag of its own, and dropout deep inside
looks at its own.

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
    try:
        yield model
    finally:
        for module, training in before:
            module.training = training
