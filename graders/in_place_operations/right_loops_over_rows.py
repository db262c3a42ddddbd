"""A plain loop: each row is a view, and `*=` writes through it."""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


@torch.no_grad()
def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    for row in x:
        length = row.norm()
        if length > max_norm:
            row *= max_norm / length
    return x
