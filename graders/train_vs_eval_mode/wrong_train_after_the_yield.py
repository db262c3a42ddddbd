"""The model is in training mode after the block, whatever it was before, and in eval mode after an exception.
It should come back as it was, however the block ends.

fails: a_model_in_eval_mode_stays_there
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    model.eval()
    yield model
    model.train()
