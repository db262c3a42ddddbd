"""After an error the setting is given back, and after Ctrl-C it is not. In a notebook the session goes on after it.

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
    try:
        yield
    except Exception:
        torch.backends.cudnn.benchmark = before
        raise
    else:
        torch.backends.cudnn.benchmark = before
