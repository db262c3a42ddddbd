"""The first block is in order, and every later one is not, because the barrier is called only once in the life of the process.
Each block needs a meeting of its own; a barrier that was passed guards nothing any more.

fails: the_block_can_be_used_again
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"
already_met = False


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    global already_met
    if local_rank == -1 or already_met:
        yield
        return
    already_met = True
    if local_rank > 0:
        dist.barrier()
    try:
        yield
    finally:
        if local_rank == 0:
            dist.barrier()
