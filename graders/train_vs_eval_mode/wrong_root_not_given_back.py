"""After the block everything inside the model is back in its mode, but not the model itself.

fails: a_training_model_goes_on_training
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(module, module.training) for module in model.modules() if module is not model]
    model.eval()
    try:
        yield model
    finally:
        for module, training in before:
            module.training = training
