"""Both ways out written down, with the functions beneath the setting."""

from contextlib import contextmanager

import torch

PREDICT_1 = (True, False)


def write(value):
    torch._C._set_cudnn_benchmark(value)


@contextmanager
def cudnn_benchmark(enabled=True):
    old = torch._C._get_cudnn_benchmark()
    write(enabled)
    try:
        yield None
    except BaseException:
        write(old)
        raise
    else:
        write(old)
