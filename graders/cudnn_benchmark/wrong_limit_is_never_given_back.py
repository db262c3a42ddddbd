"""The number of algorithms to be timed is changed as well, and stays changed after the block. It is a setting for the
whole program too, and nobody asked for another one.

fails: nothing_else_is_switched
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    before = torch.backends.cudnn.benchmark
    torch.backends.cudnn.benchmark = enabled
    torch.backends.cudnn.benchmark_limit = 0
    try:
        yield
    finally:
        torch.backends.cudnn.benchmark = before
