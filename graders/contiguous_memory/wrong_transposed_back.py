"""The numbers are right, but the output is a transposed view: its first two dimensions were swapped back without
a copy, so it is not contiguous.

fails: the_output_is_contiguous
"""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    k = x.shape[1] // groups
    order = [group * k + place for place in range(k) for group in range(groups)]
    return torch.stack([x[:, channel] for channel in order]).transpose(0, 1)
