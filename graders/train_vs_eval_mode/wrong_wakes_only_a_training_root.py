"""The modes come back only when the model as a whole was in training mode. Single modules inside can be in training mode
while the outermost is not.

fails: each_module_has_its_own_mode_back
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    training = model.training
    before = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        yield model
    finally:
        if training:
            for module, flag in before:
                module.training = flag
