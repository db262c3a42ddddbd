"""The rows are read from memory as if the table were contiguous. A transposed or sliced table is laid out differently.

fails: the_dtype_and_the_layout_of_the_table_are_free
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    v, d = weight.shape
    rows = torch.as_strided(weight, (v, d), (d, 1), weight.storage_offset())[idx]
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
