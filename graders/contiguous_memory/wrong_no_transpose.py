"""The channels come out in the order in which they went in. Splitting a dimension and merging it again
moves nothing; between the two, the groups and their channels have to change places.

fails: channels_are_dealt_out_group_by_group
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    return x.reshape(n, groups, c // groups, *rest).reshape(x.shape).clone()
