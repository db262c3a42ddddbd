"""Settings that nobody named change inside the block: flags gives each of them a default.

fails: nothing_else_is_switched
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    with torch.backends.cudnn.flags(enabled=True, benchmark=enabled):
        yield
