"""One flag is kept, and every module gets it after the block, or none does when the block ends by an exception.
Each module should be in its own mode again, however the block ends.

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
    yield model
    model.train(training)
