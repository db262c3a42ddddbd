"""A bag without ids is missing, and the bags behind it move up. Each offset has its own row in the result.

fails: a_bag_without_ids_gives_zeros
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    return torch.stack([reduced(weight[input[start:end]], mode) for start, end in spans or [(0, 0)]])


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.mean(dim=0) if mode == "mean" else rows.amax(dim=0)
