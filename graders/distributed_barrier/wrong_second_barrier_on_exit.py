"""The others call a second barrier after their body, and rank 0 calls it only once.
Barriers are matched by counting, so every rank has to call it the same number of times.

fails: no_rank_is_left_waiting
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        dist.barrier()
    try:
        yield
    finally:
        if local_rank != -1:
            dist.barrier()
