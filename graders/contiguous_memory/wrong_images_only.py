"""The shape is unpacked into exactly four sizes, so everything but images is refused. Only the first two
dimensions matter to a shuffle; any number may follow.

fails: any_number_of_dimensions_may_follow
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    n, c, height, width = x.shape
    if groups < 1 or c % groups:
        raise ValueError(f"groups={groups} does not divide {c} channels")
    swapped = x.reshape(n, groups, c // groups, height, width).transpose(1, 2)
    return swapped.reshape(n, c, height, width).contiguous()
