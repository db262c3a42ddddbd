"""The number of every channel's source, computed."""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    k = x.shape[1] // groups
    place = torch.arange(x.shape[1], device=x.device)
    source = place % groups * k + torch.div(place, groups, rounding_mode="floor")
    return torch.index_select(x, 1, source).contiguous()
