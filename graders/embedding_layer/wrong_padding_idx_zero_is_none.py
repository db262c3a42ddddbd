"""A padding_idx of 0 is treated as if there were none. 0 is an id like any other, and the usual one for padding.

fails: the_padding_row_does_not_learn
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    rows = weight[idx]
    if not padding_idx:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
