"""cuDNN itself is off inside the block: the flags that are not named get defaults of their own.

fails: nothing_else_is_switched
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    with torch.backends.cudnn.flags(benchmark=enabled):
        yield
