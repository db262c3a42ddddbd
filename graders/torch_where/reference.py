"""One choice makes the input safe, the other one chooses the result."""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fill)
