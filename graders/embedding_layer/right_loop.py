"""A plain loop over the ids, which are Python integers by then."""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    padding = None if padding_idx is None else range(len(weight))[padding_idx]
    rows = []
    for number in idx.flatten().tolist():
        if not 0 <= number < len(weight):
            raise IndexError(f"id {number} is not one of the {len(weight)}")
        row = weight[number]
        rows.append(row.detach() if number == padding else row)
    if not rows:
        return weight.new_empty(*idx.shape, weight.shape[1])
    return torch.stack(rows).view(*idx.shape, -1) if weight.shape[1] else weight.new_empty(*idx.shape, 0)
