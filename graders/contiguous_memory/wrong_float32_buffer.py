"""The output has the default dtype, because it was written into a tensor that was made without a dtype.
It has the dtype of x.

fails: the_dtype_is_kept
"""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    k = x.shape[1] // groups
    output = torch.empty(x.shape, device=x.device)
    for channel in range(x.shape[1]):
        group, place = divmod(channel, k)
        output[:, place * groups + group] = x[:, channel]
    return output
