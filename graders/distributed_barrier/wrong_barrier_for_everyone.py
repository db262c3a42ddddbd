"""All ranks meet before their bodies and are released together, while rank 0 has not done its work yet.
A barrier has no first and last of its own: who calls it at which moment makes the order.

fails: no_rank_starts_before_rank_0_has_finished
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    dist.barrier()
    yield
