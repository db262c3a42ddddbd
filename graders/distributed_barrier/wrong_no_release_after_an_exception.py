"""When the body raises on rank 0, rank 0 leaves the block without the call that the other ranks wait for.
What must happen on every way out of a block cannot stand in a line that an exception skips.

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
