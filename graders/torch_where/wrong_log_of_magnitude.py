"""Negative values give the logarithm of their magnitude. They are to give fill.

fails: everything_else_is_fill
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    good = x != 0
    return torch.where(good, torch.where(good, x.abs(), 1.0).log(), fill)
