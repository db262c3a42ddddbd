"""The channels come out in a random order. The shuffle is fixed: one channel from each group in turn.

fails: channels_are_dealt_out_group_by_group
"""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    return x[:, torch.randperm(x.shape[1], device=x.device)].contiguous()
