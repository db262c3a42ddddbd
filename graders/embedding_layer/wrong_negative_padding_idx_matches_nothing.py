"""A negative padding_idx stops no gradient. It counts from the end: -1 is the last row.

fails: a_negative_padding_idx_counts_from_the_end
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    rows = weight[idx]
    if padding_idx is None:
        return rows
    return torch.where((idx == padding_idx).unsqueeze(-1), rows.detach(), rows)
