"""The version of the note: one barrier before the body, one after it, and no word about exceptions.

stretch: no
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    if local_rank not in [-1, 0]:
        torch.distributed.barrier()
    yield
    if local_rank == 0:
        torch.distributed.barrier()
