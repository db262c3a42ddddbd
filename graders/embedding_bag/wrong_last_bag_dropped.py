"""The last bag is missing. It has no offset behind it; it runs to the end of input.

fails: a_bag_reaches_from_its_offset_to_the_next
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    starts = offsets.tolist()
    starts, ends = starts[:-1], starts[1:]
    bags = [reduced(weight[input[start:end]], mode) for start, end in zip(starts, ends, strict=True)]
    return torch.stack(bags) if bags else weight.new_zeros(0, weight.shape[1])


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.mean(dim=0) if mode == "mean" else rows.amax(dim=0)
