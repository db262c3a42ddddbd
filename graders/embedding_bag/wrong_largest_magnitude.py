"""The value with the largest magnitude comes out, whatever its sign. A maximum looks at signs: -3 is less than 1.

fails: the_maximum_is_taken_column_by_column
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
    return rows.mean(dim=0) if mode == "mean" else rows.gather(0, rows.abs().argmax(dim=0, keepdim=True))[0]
