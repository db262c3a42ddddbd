"""Moves the channels to the front, and reads a table of them column by column."""

from torch import Tensor

PREDICT_1 = ((1, 3), False, (2, 1), [0, 3, 1, 4, 2, 5], True)


def channel_shuffle(x: Tensor, groups: int) -> Tensor:
    if groups < 1 or x.shape[1] % groups:
        raise ValueError(f"groups={groups} does not divide {x.shape[1]} channels")
    n, c = x.shape[:2]
    table = [list(range(start, start + c // groups)) for start in range(0, c, c // groups)]
    columns = [channel for column in zip(*table) for channel in column]
    front = x.transpose(0, 1)
    return front[columns].transpose(0, 1).contiguous()
