"""A negative padding_idx stops the gradient of the row before the one it names. -1 is the last row itself.

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
    last = len(weight) - 1
    frozen = padding_idx if padding_idx >= 0 else last + padding_idx
    return torch.where((idx == frozen).unsqueeze(-1), rows.detach(), rows)
