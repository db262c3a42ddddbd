"""An ExitStack keeps what is to be done on the way out, and setattr writes the setting."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from torch.backends import cudnn

PREDICT_1 = (True, False)


@contextmanager
def cudnn_benchmark(enabled: bool = True) -> Iterator[None]:
    with ExitStack() as stack:
        stack.callback(setattr, cudnn, "benchmark", cudnn.benchmark)
        setattr(cudnn, "benchmark", enabled)
        yield
