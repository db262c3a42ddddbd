"""Two loops and an empty tensor."""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    channels_in_group = x.shape[1] // groups
    output = torch.empty(x.shape, dtype=x.dtype, device=x.device)
    i = 0
    for place in range(channels_in_group):
        for group in range(groups):
            output[:, i] = x[:, group * channels_in_group + place]
            i = i + 1
    print(output.shape, output.stride())
    return output
