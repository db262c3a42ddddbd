"""Each segment is a partial call, and what runs them is a fold."""

from collections.abc import Sequence
from functools import partial, reduce

import torch
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


def through(blocks: Sequence[nn.Module], x: Tensor) -> Tensor:
    return reduce(lambda value, block: block(value), blocks, x)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    if not torch.is_grad_enabled():
        return through(blocks, x)
    parts = [tuple(blocks)[start : start + every] for start in range(0, len(blocks), every)]
    return reduce(lambda value, part: checkpoint(partial(through, part), value, use_reentrant=False), parts, x)
