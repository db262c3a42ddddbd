"""`view` is called on x itself. It cannot split the channels, or merge what lies behind them, for every layout
that x may have.

fails: the_layout_of_x_does_not_matter
"""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c, *rest = x.shape
    numbers = x.view(n, groups, c // groups, -1) if x.numel() else x.reshape(n, groups, c // groups, 0)
    return numbers.transpose(1, 2).reshape(x.shape).contiguous()
