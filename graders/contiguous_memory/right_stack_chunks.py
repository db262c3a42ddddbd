"""Stacks the groups behind each other in a new dimension and merges it."""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    chunks = torch.chunk(x, groups, dim=1)
    return torch.stack(chunks, dim=2).flatten(1, 2).contiguous()
