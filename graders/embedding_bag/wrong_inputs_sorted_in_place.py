"""The ids are sorted inside each bag, in the caller's own tensor.

fails: the_inputs_are_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    for start, end in zip(starts, ends, strict=True):
        input[start:end] = input[start:end].sort().values
    return torch.stack([reduced(weight[input[start:end]], mode) for start, end in zip(starts, ends, strict=True)])


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.mean(dim=0) if mode == "mean" else rows.amax(dim=0)
