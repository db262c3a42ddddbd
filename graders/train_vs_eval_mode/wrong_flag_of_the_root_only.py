"""One flag is kept, and every module gets it after the block. A module whose mode differed from the rest on purpose,
such as a frozen batch norm, loses its own.

fails: each_module_has_its_own_mode_back
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    training = model.training
    model.eval()
    try:
        yield model
    finally:
        model.train(training)
