"""Names imported one by one, and the group asked instead of the number -1."""

from collections.abc import Iterator
from contextlib import contextmanager

from torch.distributed import barrier, is_initialized

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    is_first = local_rank == 0 or not is_initialized()
    if not is_first:
        barrier()
    try:
        yield
    finally:
        if is_first and is_initialized():
            barrier()
