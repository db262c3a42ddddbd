"""A negative id gives a row from the end of the table, as indexing does. For an embedding it is an error: -1 or -100
is most often a label that went astray.

fails: a_negative_id_is_an_error
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    rows = weight[idx]
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
