"""The setting is written and taken back before the block begins.

fails: the_tuner_is_on_inside
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    before = torch.backends.cudnn.benchmark
    torch.backends.cudnn.benchmark = enabled
    torch.backends.cudnn.benchmark = before
    yield
