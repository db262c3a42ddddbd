"""With local_rank -1 a function of torch.distributed is called that needs a process group, and there is none.
The number -1 means that the program runs alone, so there is nobody to wait for.

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
