"""Rank 0 meets the others before its body, and then all bodies start at the same moment.
At that meeting, the work that the others wait for has not even begun.

fails: no_rank_starts_before_rank_0_has_finished
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank != -1:
        dist.barrier()
    yield
