"""An id behind the last row gives zeros. It is an error: the word it stands for was never counted.

fails: an_id_behind_the_last_row_is_an_error
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    known = (idx < len(weight)).unsqueeze(-1)
    rows = weight[idx * known.squeeze(-1)] * known
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
