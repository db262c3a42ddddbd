"""A block of code that one rank of a node runs first, while the others wait for it.

Read the lesson `distributed_barrier`, then complete the function and write down your prediction.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch.distributed as dist

# What does the snippet "Predict 1" of the lesson evaluate to? A string.
PREDICT_1 = ...


@contextmanager
def torch_distributed_zero_first(local_rank: int) -> Iterator[None]:
    """Run the body of a `with` block on local rank 0 first, and on the other ranks when that one is done.

        with torch_distributed_zero_first(local_rank):
            dataset = load_and_cache()

    local_rank: the rank of this process on its own machine, from 0; -1 when the program runs without a process group,
    and then nothing of torch.distributed that needs a group may be called.
    Gives the block nothing to work with (`yield` without a value). Every rank runs its body exactly once, and every
    rank of the group calls the same collectives in the same number. An exception of the body comes out of
    the block unchanged; as a second level, it also leaves no other rank waiting.

    https://docs.pytorch.org/docs/stable/distributed.html#torch.distributed.barrier
    """
    # TODO: decide which ranks wait before the body, and how they are released after it.
    raise NotImplementedError
