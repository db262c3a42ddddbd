"""All blocks note down their setting in one place, and an inner block overwrites what the outer one had noted.

fails: blocks_can_be_nested
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


before = False


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    global before
    before = torch.backends.cudnn.benchmark
    torch.backends.cudnn.benchmark = enabled
    try:
        yield
    finally:
        torch.backends.cudnn.benchmark = before
