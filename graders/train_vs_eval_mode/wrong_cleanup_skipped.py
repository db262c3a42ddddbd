"""After an exception the model stays in eval mode: what stands behind the `yield` is skipped then.
What must happen in any case needs a `finally`.

fails: an_exception_passes_and_the_modes_come_back
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
    yield model
    for module, training in before:
        module.training = training
