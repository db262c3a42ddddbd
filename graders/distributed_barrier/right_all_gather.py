"""The ranks exchange a number instead of calling a barrier, and a group of one does not even do that."""

from contextlib import AbstractContextManager, nullcontext

import torch
import torch.distributed as dist

PREDICT_1 = "ValueError"


class WaitBefore(AbstractContextManager):
    def __enter__(self):
        everyone = [torch.zeros(1) for _ in range(dist.get_world_size())]
        dist.all_gather(everyone, torch.ones(1))

    def __exit__(self, *error):
        return None


class ReleaseAfter(AbstractContextManager):
    def __exit__(self, *error):
        everyone = [torch.zeros(1) for _ in range(dist.get_world_size())]
        dist.all_gather(everyone, torch.ones(1))


def torch_distributed_zero_first(local_rank):
    if local_rank == -1 or dist.get_world_size() == 1:
        return nullcontext()
    return ReleaseAfter() if local_rank == 0 else WaitBefore()
