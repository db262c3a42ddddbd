"""Values below a small constant all have the same logarithm: they are clamped before it is taken.

fails: tiny_values_are_positive
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return torch.where(x > 0, x.clamp(min=1e-8).log(), fill)
