"""A class with __enter__ and __exit__, without annotations."""

import torch.distributed as dist

PREDICT_1 = "ValueError"


class torch_distributed_zero_first:
    def __init__(self, local_rank):
        self.local_rank = local_rank

    def __enter__(self):
        if self.local_rank not in (-1, 0):
            dist.barrier()

    def __exit__(self, *error):
        if self.local_rank == 0:
            dist.barrier()
        return False
