"""Weights that the block changed are back to what they were. Only modes are borrowed; all else the block does
is meant to stay.

fails: values_are_left_alone
"""

import copy
from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(module, module.training) for module in model.modules()]
    state = copy.deepcopy(model.state_dict())
    model.eval()
    try:
        yield model
    finally:
        for module, training in before:
            module.training = training
        model.load_state_dict(state)
