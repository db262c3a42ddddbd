"""The padding row of the table itself is set to zero. The table belongs to the caller and must not be modified.

fails: the_table_is_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    if padding_idx is not None:
        with torch.no_grad():
            weight[padding_idx] = 0.0
    rows = weight[idx]
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
