"""Modules that were in training mode are put back there, and the others are left as the block leaves them.
A block can switch those as well.

fails: a_block_may_switch_modes_itself
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    trained = [module for module in model.modules() if module.training]
    model.eval()
    try:
        yield model
    finally:
        for module in trained:
            module.training = True
