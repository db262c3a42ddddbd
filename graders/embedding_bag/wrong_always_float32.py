"""The bags are float32, whatever the table is. They have the dtype of weight.

fails: the_dtype_and_the_layout_of_the_table_are_free
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    ends = [*starts[1:], len(input)]
    bags = torch.zeros(len(starts), weight.shape[1], device=weight.device)
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        bags[place] = reduced(weight[input[start:end]], mode)
    return bags


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.mean(dim=0) if mode == "mean" else rows.amax(dim=0)
