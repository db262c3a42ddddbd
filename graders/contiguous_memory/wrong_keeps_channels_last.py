"""An x in channels_last gives an output in channels_last, with the channels next to each other in memory.
Contiguous means the ordinary order: the last dimension moves in steps of 1.

fails: the_output_is_contiguous
"""

import torch
from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    last = x.dim() == 4 and x.stride(1) == 1
    output = x.reshape(n, groups, c // groups, *rest).transpose(1, 2).reshape(x.shape).contiguous()
    return output.to(memory_format=torch.channels_last) if last else output
