"""gather, with the ids repeated over the columns, and the padding rows blended in by multiplication."""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    ids = idx.reshape(-1, 1).expand(-1, weight.shape[1])
    rows = torch.gather(weight, 0, ids).reshape(*idx.shape, weight.shape[1])
    if padding_idx is not None:
        learns = (idx != range(weight.shape[0])[padding_idx]).to(weight.dtype).unsqueeze(-1)
        rows = rows * learns + rows.detach() * (1 - learns)
    if bool((idx >= weight.shape[0]).any()) or bool((idx < 0).any()):
        raise IndexError("there is no such row")
    return rows
