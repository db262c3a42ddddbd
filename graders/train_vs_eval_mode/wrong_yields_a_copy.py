"""The block is given a copy of the model. Eval mode is worth no second set of weights, and what the block does
to the model should reach it.

fails: the_model_itself_is_yielded
"""

import copy
from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    yield copy.deepcopy(model).eval()
