"""Every row twice, long and short; the right ones are copied into x."""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    with torch.no_grad():
        length = x.norm(dim=1, keepdim=True)
        x.copy_(torch.where(length > max_norm, x / length * max_norm, x))
    return x
