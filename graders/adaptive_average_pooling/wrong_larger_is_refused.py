"""An output larger than the map raises an error. It may be larger; a value is then in several bins.

fails: the_output_may_be_larger
"""

import torch
from torch import Tensor

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x: Tensor, output_size: tuple[int, int]) -> Tensor:
    if output_size[0] > x.shape[-2] or output_size[1] > x.shape[-1]:
        raise ValueError(f"{output_size} is larger than the map")
    cells = [
        x[..., top:bottom, left:right].mean((-2, -1))
        for top, bottom in bins(x.shape[-2], output_size[0])
        for left, right in bins(x.shape[-1], output_size[1])
    ]
    return torch.stack(cells, dim=-1).unflatten(-1, output_size)


def bins(length: int, count: int) -> list[tuple[int, int]]:
    """Where each of count bins begins and ends; the end is rounded up, so that neighbours may overlap."""
    return [(i * length // count, -((i + 1) * -length // count)) for i in range(count)]
