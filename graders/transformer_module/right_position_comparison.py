"""Compares positions with each other, and hides with minus infinity everywhere."""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    def minus_infinity_where(hidden: Tensor) -> Tensor:
        return torch.zeros(hidden.shape, device=hidden.device, dtype=torch.float64).masked_fill(hidden, float("-inf"))

    i = torch.arange(tgt.shape[-1], device=tgt.device)
    hidden = (i[None, :] > i[:, None], src == pad_id, tgt == pad_id)
    first, second, third = map(minus_infinity_where, hidden)
    return first, second, third
