"""On the second node the first rank waits for rank 0 of the other machine, whose disk it cannot see.
The rank in the whole group says nothing about the place on a node; the local rank does.

fails: every_node_has_its_own_first_rank
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank == -1:
        yield
        return
    if dist.get_rank() > 0:
        dist.barrier()
    try:
        yield
    finally:
        if dist.get_rank() == 0:
            dist.barrier()
