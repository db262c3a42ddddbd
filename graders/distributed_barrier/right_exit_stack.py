"""An ExitStack keeps what is to be done on the way out."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    with ExitStack() as stack:
        if local_rank == 0:
            stack.callback(dist.barrier)
        elif local_rank != -1:
            dist.barrier()
        yield
