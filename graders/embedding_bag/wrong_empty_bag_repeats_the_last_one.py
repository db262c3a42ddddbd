"""A bag without ids repeats the one before it. It gives zeros.

fails: a_bag_without_ids_gives_zeros
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    bags: list[Tensor] = []
    for start, end in zip(starts, ends, strict=True):
        nothing = start == end and len(bags) > 0
        bags.append(bags[-1] if nothing else reduced(weight[input[start:end]], mode))
    return torch.stack(bags)


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.mean(dim=0) if mode == "mean" else rows.amax(dim=0)
