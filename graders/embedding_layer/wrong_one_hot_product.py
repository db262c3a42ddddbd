"""One-hot vectors are multiplied with the whole table. Multiplying by 0 still touches every row, and 0 times
infinity is NaN.

fails: only_the_rows_that_are_named_matter
"""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    rows = F.one_hot(idx, len(weight)).to(weight.dtype) @ weight
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
