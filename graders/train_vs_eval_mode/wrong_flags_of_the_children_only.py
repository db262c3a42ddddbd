"""The flags of the model and of its direct children are kept. What is further inside gets the mode of the child it is in.

fails: each_module_has_its_own_mode_back
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(child, child.training) for child in model.children()]
    training = model.training
    model.eval()
    try:
        yield model
    finally:
        for child, flag in before:
            child.train(flag)
        model.training = training
