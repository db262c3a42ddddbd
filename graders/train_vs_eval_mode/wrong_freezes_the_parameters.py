"""The parameters are frozen by the block. Eval mode says nothing about which of them can be trained.

fails: autograd_is_left_alone
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(module, module.training) for module in model.modules()]
    model.eval()
    model.requires_grad_(False)
    try:
        yield model
    finally:
        for module, training in before:
            module.training = training
