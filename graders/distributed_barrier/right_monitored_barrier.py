"""The barrier of gloo that can say which rank is missing, with a helper that does nothing without a group."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import torch.distributed as dist

PREDICT_1 = "ValueError"


def meet_if(is_needed: bool) -> None:
    if is_needed:
        dist.monitored_barrier(timeout=timedelta(seconds=60))


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    meet_if(local_rank > 0)
    try:
        yield
    finally:
        meet_if(local_rank == 0)
