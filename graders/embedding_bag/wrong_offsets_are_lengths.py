"""The offsets are read as the lengths of the bags. They are start positions: bag i is input[offsets[i]:offsets[i+1]].

fails: a_bag_reaches_from_its_offset_to_the_next
"""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    lengths = offsets.tolist()
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    return torch.stack([reduced(weight[input[start:end]], mode) for start, end in zip(starts, ends, strict=True)])


def reduced(rows: Tensor, mode: str) -> Tensor:
    if len(rows) == 0 or mode == "sum":
        return rows.sum(dim=0)
    return rows.mean(dim=0) if mode == "mean" else rows.amax(dim=0)
