"""With local_rank -1 a barrier is called although there is no process group.
The number -1 means that the program is alone: nothing of torch.distributed may be touched.

fails: without_a_process_group_the_body_just_runs
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank != 0:
        dist.barrier()
    try:
        yield
    finally:
        if local_rank == 0:
            dist.barrier()
