"""Gives every id the number of its bag, adds with index_add, divides by counts, and reduces with scatter for the maximum."""

import torch
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    bag = torch.bucketize(torch.arange(len(input), device=offsets.device), offsets, right=True) - 1
    rows, bags = weight.index_select(0, input), weight.new_zeros(len(offsets), weight.shape[1])
    if mode == "max":
        places = bag.unsqueeze(1).expand_as(rows)
        return bags.scatter_reduce(0, places, rows, "amax", include_self=False)
    total = bags.index_add(0, bag, rows)
    if mode == "sum":
        return total
    counts = torch.bincount(bag, minlength=len(offsets)).clamp(min=1)
    return total / counts.unsqueeze(1).to(weight.dtype)
