"""The groups change places, and each stays together. The channels inside the groups have to be spread out:
one from each group in turn.

fails: channels_are_dealt_out_group_by_group
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    return x.reshape(n, groups, c // groups, *rest).flip(1).reshape(x.shape).contiguous()
