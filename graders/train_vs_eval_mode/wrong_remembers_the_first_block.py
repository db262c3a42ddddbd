"""The modes from the first block are remembered for ever. A later block has to look again.

fails: each_block_looks_anew
"""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import nn

PREDICT_1 = (False, True)
PREDICT_2 = [1.0, 2.0]
BEFORE: dict[nn.Module, bool] = {}


@contextmanager
def evaluating(model: nn.Module) -> Iterator[nn.Module]:
    for module in model.modules():
        BEFORE.setdefault(module, module.training)
    model.eval()
    try:
        yield model
    finally:
        for module in model.modules():
            module.training = BEFORE[module]
