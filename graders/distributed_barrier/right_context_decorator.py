"""A ContextDecorator subclass with early returns, everything through `from torch.distributed import *`."""

from contextlib import ContextDecorator

import torch
from torch.distributed import *

PREDICT_1 = "ValueError"


class _ZeroFirst(ContextDecorator):
    def __init__(self, local_rank: int) -> None:
        super().__init__()
        self.local_rank = local_rank

    def __enter__(self) -> None:
        if self.local_rank == -1 or self.local_rank == 0:
            return
        torch.distributed.barrier()

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        if self.local_rank != 0:
            return
        torch.distributed.barrier()


def torch_distributed_zero_first(local_rank: int) -> _ZeroFirst:
    return _ZeroFirst(local_rank)
