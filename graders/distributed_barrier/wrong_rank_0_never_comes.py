"""The others wait before their bodies in a collective that rank 0 does not call as well, so nothing releases them.
A barrier opens when the last rank of the group has called it.

fails: no_rank_is_left_waiting
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank > 0:
        dist.barrier()
    yield
