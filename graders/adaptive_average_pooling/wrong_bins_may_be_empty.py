"""Bins end where the next one starts. So values on a border count once only, and where the output is larger than the
input, some bins are empty: a mean of nothing is NaN.

fails: bins_overlap_where_sizes_do_not_divide
"""

import torch
from torch import Tensor

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x: Tensor, output_size: tuple[int, int]) -> Tensor:
    cells = [
        x[..., top:bottom, left:right].mean((-2, -1))
        for top, bottom in bins(x.shape[-2], output_size[0])
        for left, right in bins(x.shape[-1], output_size[1])
    ]
    return torch.stack(cells, dim=-1).unflatten(-1, output_size)


def bins(length: int, count: int) -> list[tuple[int, int]]:
    """Where each of count bins begins and ends."""
    return [(i * length // count, (i + 1) * length // count) for i in range(count)]
