"""The map is cut into pieces of ceil(rows / output rows), with a small one at the end. The bins are laid out evenly and
overlap.

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
    """Where each of count bins begins and ends; the end is rounded up, so that neighbours may overlap."""
    return [
        (min(i * -(-length // count), length - 1), min((i + 1) * -(-length // count), length)) for i in range(count)
    ]
