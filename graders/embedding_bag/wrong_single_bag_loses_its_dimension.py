"""The result of a single bag has one dimension. It has a row for each bag, also when there is only one.

fails: the_last_bag_runs_to_the_end
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    return torch.stack(
        [reduced(weight[input[start:end]], mode) for start, end in zip(starts, ends, strict=True)]
    ).squeeze(0)


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.mean(dim=0) if mode == "mean" else rows.amax(dim=0)
