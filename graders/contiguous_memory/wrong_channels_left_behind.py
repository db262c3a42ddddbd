"""Channels that are left over when the groups do not come out even stay where they are, and nobody is told.
Such groups raise ValueError.

fails: groups_must_divide_the_channels
"""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1:
        raise ValueError(f"groups is {groups}")
    k = x.shape[1] // groups
    moved = x[:, : groups * k].unflatten(1, (groups, k)).transpose(1, 2).flatten(1, 2)
    return torch.cat([moved, x[:, groups * k :]], dim=1).contiguous()
