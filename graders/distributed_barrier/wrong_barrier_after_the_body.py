"""The other ranks start their bodies without waiting for anything, and a meeting after that is too late to make an
order.
A rank that needs the work of rank 0 has to meet it before its own body.

fails: no_rank_starts_before_rank_0_has_finished
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    try:
        yield
    finally:
        if local_rank != -1:
            dist.barrier()
