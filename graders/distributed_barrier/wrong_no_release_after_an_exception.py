"""When the body raises on rank 0, its barrier is skipped, and the other ranks wait for ever for a rank that has already given up.
What must happen on every way out of a block cannot stand in a line that an exception jumps over.

fails: an_exception_on_rank_0_releases_the_others
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        dist.barrier()
    yield
    if local_rank == 0:
        dist.barrier()
