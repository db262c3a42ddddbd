"""A negative padding_idx raises an error. It is allowed, and counts from the end.

fails: a_negative_padding_idx_counts_from_the_end
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    if padding_idx is not None and padding_idx < 0:
        raise ValueError("padding_idx is negative")
    rows = weight[idx]
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
