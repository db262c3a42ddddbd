"""Repairs a copy in place, in the graph."""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    wrong = torch.logical_not(x > 0)
    safe = x.clone()
    safe[wrong] = 1.0
    logarithm = safe.log()
    logarithm = logarithm + torch.zeros_like(logarithm)
    logarithm[wrong] = fill
    return logarithm
