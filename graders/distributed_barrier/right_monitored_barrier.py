"""The barrier of gloo that can tell which rank is missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank == -1:
        yield
        return
    turns = [lambda: None, lambda: dist.monitored_barrier(timeout=timedelta(seconds=60))]
    before, after = turns if local_rank == 0 else reversed(turns)
    before()
    try:
        yield
    finally:
        after()
