"""The others call a collective, but they do not stay in it until rank 0 comes, so their bodies begin at once.
Not every collective holds a rank back: an asynchronous one, for example, only returns a handle.

fails: no_rank_starts_before_rank_0_has_finished
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        dist.barrier(async_op=True)
    try:
        yield
    finally:
        if local_rank == 0:
            dist.barrier()
