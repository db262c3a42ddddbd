"""This is the shuffle backwards. Every group is a run of neighbours, so the channels split into
(groups, channels of a group), in this order.

fails: channels_are_dealt_out_group_by_group
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    return x.reshape(n, c // groups, groups, *rest).transpose(1, 2).reshape(x.shape).contiguous()
