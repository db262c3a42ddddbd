"""Slices the rows from each start to the next one; the sum of no rows is zeros, whatever the mode."""

from itertools import pairwise

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    bounds = [*offsets.tolist(), len(input)]
    return torch.stack([reduced(weight[input[start:end]], mode) for start, end in pairwise(bounds)])


def reduced(rows: Tensor, mode: str) -> Tensor:
    if not len(rows):
        return rows.sum(dim=0)
    return {"sum": rows.sum, "mean": rows.mean, "max": rows.amax}[mode](dim=0)
