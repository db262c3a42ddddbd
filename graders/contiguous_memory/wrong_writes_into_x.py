"""The shuffled channels are written into x, which belongs to the caller. The output has to be a tensor of its own.

fails: x_is_left_alone
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    numbers = x.detach().reshape(n, groups, c // groups, *rest).transpose(1, 2).reshape(x.shape).clone()
    x.detach().copy_(numbers)
    return x.contiguous()
