"""After the block only modules without children are back in their modes. Containers have modes as well.

fails: a_training_model_goes_on_training
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    before = [(module, module.training) for module in model.modules() if not list(module.children())]
    model.eval()
    try:
        yield model
    finally:
        for module, training in before:
            module.training = training
