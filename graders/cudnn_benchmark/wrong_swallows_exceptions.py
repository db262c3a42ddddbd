"""The exception ends inside the block, and the program goes on as if nothing had happened.

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
    except BaseException as error:
        print(error)
    finally:
        torch.backends.cudnn.benchmark = before
