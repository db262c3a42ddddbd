"""The output is written into a tensor that was made on the CPU, wherever x is. A tensor made inside needs
`device=x.device`, or `torch.empty_like(x)`.

fails: the_output_lives_where_x_lives
"""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    k = x.shape[1] // groups
    output = torch.empty(x.shape, dtype=x.dtype)
    for channel in range(x.shape[1]):
        group, place = divmod(channel, k)
        output[:, place * groups + group] = x[:, channel]
    return output
