"""What is noted down is the setting of the block, because it was written already.

fails: it_is_off_again_when_it_was_off
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    torch.backends.cudnn.benchmark = enabled
    before = torch.backends.cudnn.benchmark
    try:
        yield
    finally:
        torch.backends.cudnn.benchmark = before
