"""After an exception the setting is still that of the block. A line after the `yield` is not reached then.

fails: an_exception_passes_and_the_setting_comes_back
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    before = torch.backends.cudnn.benchmark
    torch.backends.cudnn.benchmark = enabled
    yield
    torch.backends.cudnn.benchmark = before
