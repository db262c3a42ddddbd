"""The mean divides by the average size of all bags. Each bag is divided by its own size.

fails: the_mean_divides_by_the_size_of_its_own_bag
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    bags = torch.stack([reduced(weight[input[start:end]], mode) for start, end in zip(starts, ends, strict=True)])
    return bags * (len(starts) / len(input)) if mode == "mean" and len(input) else bags


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.sum(dim=0) if mode == "mean" else rows.amax(dim=0)
