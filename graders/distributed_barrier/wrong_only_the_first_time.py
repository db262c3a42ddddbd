"""The first block is in order and the next one is not, because nothing holds the other ranks back any more.
Each block needs a meeting of its own; one that is over releases everyone for good.

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
