"""Only rank 0 gets to run its body; on the other ranks the block fails before it begins.
Every rank runs the body, and only the moment differs.

fails: no_rank_is_left_waiting
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank in (-1, 0):
        yield
        if local_rank == 0:
            dist.barrier()
    else:
        dist.barrier()
