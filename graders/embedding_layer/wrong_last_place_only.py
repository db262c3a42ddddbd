"""Of an id that occurs several times, only the last place passes its gradient on. The gradient of a row is the sum over
all its places.

fails: a_row_learns_from_every_place_it_went_to
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if (idx < 0).any():
        raise IndexError("an id is negative")
    flat = idx.flatten()
    place = torch.arange(flat.numel(), device=idx.device)
    last = ((flat.unsqueeze(1) == flat) & (place.unsqueeze(1) < place)).any(1).logical_not()
    rows = weight[idx]
    rows = torch.where(last.reshape(idx.shape).unsqueeze(-1), rows, rows.detach())
    if padding_idx is None:
        return rows
    is_padding = (idx == padding_idx % len(weight)).unsqueeze(-1)
    return torch.where(is_padding, rows.detach(), rows)
