"""Every mode gives the sum. "mean" and "max" reduce a bag in their own way.

fails: the_mean_divides_by_the_size_of_its_own_bag
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    return torch.stack([reduced(weight[input[start:end]], mode) for start, end in zip(starts, ends, strict=True)])


def reduced(rows: Tensor, mode: str) -> Tensor:
    return rows.sum(dim=0)
