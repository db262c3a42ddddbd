"""The ranks leave the block after different numbers of collectives, so the next all_reduce of the program meets the
wrong call.
Collectives are matched by counting, not by the line they stand on.

fails: no_rank_is_left_waiting
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        dist.all_reduce(torch.zeros(1))
    try:
        yield
    finally:
        if local_rank != -1:
            dist.all_reduce(torch.zeros(1))
