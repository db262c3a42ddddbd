"""The output has as many columns as rows, whatever output_size says of the columns.

fails: sizes_that_divide_give_equal_bins
"""

import torch
from torch import Tensor

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x: Tensor, output_size: tuple[int, int]) -> Tensor:
    cells = [
        x[..., top:bottom, left:right].mean((-2, -1))
        for top, bottom in bins(x.shape[-2], output_size[0])
        for left, right in bins(x.shape[-1], output_size[0])
    ]
    return torch.stack(cells, dim=-1).unflatten(-1, (output_size[0], output_size[0]))


def bins(length: int, count: int) -> list[tuple[int, int]]:
    """Where each of count bins begins and ends; the end is rounded up, so that neighbours may overlap."""
    return [(i * length // count, -((i + 1) * -length // count)) for i in range(count)]
