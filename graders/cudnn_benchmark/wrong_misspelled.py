"""A setting of another name is written, one that does not exist. Python accepts any attribute name, so nothing warns.

fails: the_tuner_is_on_inside
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    before = torch.backends.cudnn.benchmark
    torch.backends.cudnn.bechmark = enabled
    try:
        yield
    finally:
        torch.backends.cudnn.bechmark = before
