"""Only the direct children are back in the modes they had. The model itself has a flag too, and so has every module
further inside.

fails: a_training_model_goes_on_training
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(child, child.training) for child in model.children()]
    model.eval()
    try:
        yield model
    finally:
        for child, flag in before:
            child.training = flag
