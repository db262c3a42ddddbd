"""The tuner is switched, and with it whether results repeat themselves. That is another setting.

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
    torch.backends.cudnn.deterministic = not enabled
    try:
        yield
    finally:
        torch.backends.cudnn.benchmark = before
