"""What the body of rank 0 raises ends inside the block, and the program goes on as if the work had been done.
Releasing the others is right; the exception still has to go out to the caller.

fails: an_exception_leaves_the_block
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        dist.barrier()
    if local_rank != 0:
        yield
        return
    try:
        yield
    except Exception as error:
        print(f"rank {local_rank}: {error}")
    dist.barrier()
