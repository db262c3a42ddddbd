"""Afterwards the setting is turned round, if the block had turned it. The block may have set it itself in between.

fails: what_the_block_sets_is_over_with_it
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    before = torch.backends.cudnn.benchmark
    torch.backends.cudnn.benchmark = enabled
    try:
        yield
    finally:
        if before != enabled:
            torch.backends.cudnn.benchmark = not torch.backends.cudnn.benchmark
