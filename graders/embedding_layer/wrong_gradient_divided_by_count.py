"""The gradient of a row is divided by how often its id occurs, as with scale_grad_by_freq=True. It is the plain sum.

fails: a_row_learns_from_every_place_it_went_to
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    rows = weight[idx]
    if rows.requires_grad:
        counts = torch.bincount(idx.flatten(), minlength=len(weight))[idx].unsqueeze(-1)
        rows = rows / counts + rows.detach() * (1 - 1 / counts)
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
