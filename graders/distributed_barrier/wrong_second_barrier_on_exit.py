"""A rank waits after its body in a collective that not every rank calls as often.
Ranks are matched by counting their calls, so every rank has to make the same number of them.

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
