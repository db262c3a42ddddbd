"""Detaches one row of the table first, and looks up afterwards.

stretch: no
"""

import torch
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    if padding_idx is not None:
        number = torch.arange(weight.shape[0], device=weight.device)
        is_frozen = number == number[padding_idx]
        weight = torch.where(is_frozen[:, None], weight.detach(), weight)
    return weight[idx]
