"""No gradient reaches x: the channels were taken out of a tensor that is cut off from autograd.

fails: gradients_find_their_way_back
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    return x.detach().reshape(n, groups, c // groups, *rest).transpose(1, 2).reshape(x.shape).contiguous()
