"""Each module passes its mode on to everything inside it when modes are given back. For a module that sits in two parents,
the second parent comes later and has the last word.

fails: a_shared_module_has_its_own_mode_too
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
    finally:
        for module, training in before:
            module.train(training)
