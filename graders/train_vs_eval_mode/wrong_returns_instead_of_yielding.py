"""The function returns the model where it should hand it over and wait. `@contextmanager` needs a generator:
what stands before its `yield` runs at the start of the block, the rest at the end.

fails: the_model_itself_is_yielded
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    model.eval()
    return model
