"""A block inside another one changes nothing.

fails: blocks_can_be_nested
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


depth = 0


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    before = torch.backends.cudnn.benchmark
    global depth
    if depth == 0:
        torch.backends.cudnn.benchmark = enabled
    depth += 1
    try:
        yield
    finally:
        depth -= 1
        torch.backends.cudnn.benchmark = before
