"""The model stays in eval mode after the block. From then on it would train without dropout, and nobody would see why.

fails: a_training_model_goes_on_training
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
