"""Splits the channels, swaps the two dimensions and merges them; copies where that did not."""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    dealt = x.unflatten(1, (groups, -1)).transpose(1, 2)
    return dealt.flatten(1, 2).contiguous()
