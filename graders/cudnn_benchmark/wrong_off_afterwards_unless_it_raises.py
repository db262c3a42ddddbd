"""Afterwards the setting is False, whatever it was, and after an exception it is not even that.
What was there before has to come back, on every way out.

fails: it_is_on_again_when_it_was_on
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    torch.backends.cudnn.benchmark = enabled
    yield
    torch.backends.cudnn.benchmark = False
