"""A permutation of channel numbers, and one indexing; the index stays on the CPU, which indexing allows."""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    order = torch.arange(x.shape[1]).view(groups, -1).t().flatten()
    return x[:, order].contiguous()
