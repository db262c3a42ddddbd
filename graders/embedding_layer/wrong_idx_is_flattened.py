"""The result always has two dimensions. It has the shape of idx, with D behind it.

fails: the_result_has_one_more_dimension_than_idx
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    rows = weight[idx.flatten()]
    if padding_idx is None:
        return rows
    is_padding = (idx.flatten() == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
