"""An asynchronous barrier that is waited for at once."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        dist.barrier(async_op=True).wait()
    try:
        yield
    finally:
        if local_rank == 0:
            work = dist.barrier(async_op=True)
            work.wait()
