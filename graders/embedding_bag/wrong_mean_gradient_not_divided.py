"""Backward through "mean", every id receives the whole gradient of its bag. It gets its share of it.

fails: every_row_learns_its_share
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    return torch.stack([reduced(weight[input[start:end]], mode) for start, end in zip(starts, ends, strict=True)])


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    if mode == "mean":
        return rows.sum(dim=0) + (rows.mean(dim=0) - rows.sum(dim=0)).detach()
    return rows.amax(dim=0)
