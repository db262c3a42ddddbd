"""The setting is written when the block is over. It should hold inside.

fails: the_tuner_is_on_inside
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    try:
        yield
    finally:
        torch.backends.cudnn.benchmark = enabled
