"""An exception from the block disappears. The caller has to hear that the evaluation failed.

fails: an_exception_passes_and_the_modes_come_back
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(module, module.training) for module in model.modules()]
    model.eval()
    with suppress(BaseException):
        yield model
    for module, training in before:
        module.training = training
