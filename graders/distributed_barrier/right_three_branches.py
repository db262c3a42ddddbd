"""Three branches with a yield each, printing what happens, without annotations."""

from contextlib import contextmanager

import torch.distributed as dist

PREDICT_1 = "ValueError"


@contextmanager
def torch_distributed_zero_first(local_rank):
    if local_rank == -1:
        print("no process group")
        yield
    elif local_rank == 0:
        print("rank 0 goes first")
        try:
            yield
        except BaseException:
            print("rank 0 failed")
            dist.barrier(group=None, async_op=False)
            raise
        else:
            dist.barrier(group=None, async_op=False)
    else:
        print("local rank", local_rank, "waits")
        dist.barrier(group=None, async_op=False)
        print("local rank", local_rank, "goes on")
        yield
