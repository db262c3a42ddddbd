"""The roles are exchanged: rank 0 waits before its body, and the others run theirs first.
The rank that fills the cache is the one that must not wait before it.

fails: no_rank_starts_before_rank_0_has_finished
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank == 0:
        dist.barrier()
    try:
        yield
    finally:
        if local_rank > 0:
            dist.barrier()
