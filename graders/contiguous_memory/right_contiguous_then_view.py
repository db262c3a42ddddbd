"""Views only, with a copy in reading order before each of them."""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    x = x.contiguous()
    shape = x.size()
    k = shape[1] // groups
    x = x.view(shape[0], groups, k, *shape[2:])
    x = torch.transpose(x, 1, 2).contiguous()
    x = x.view(shape)
    return x
