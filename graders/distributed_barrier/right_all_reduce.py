"""An all_reduce of one number instead of a barrier: it also returns only when every rank has called it."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.distributed as dist

PREDICT_1 = "ValueError"


def meet() -> None:
    """Return when every rank has called this."""
    dist.all_reduce(torch.zeros(1))


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    first = local_rank in (-1, 0)
    if not first:
        meet()
    try:
        yield
    finally:
        if first and local_rank != -1:
            meet()
