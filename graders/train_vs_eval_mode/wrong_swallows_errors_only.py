"""An error in the block disappears, and only Ctrl-C gets through. The caller has to hear of both.

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
    try:
        yield model
    except Exception as error:
        print(error)
    finally:
        for module, training in before:
            module.training = training
