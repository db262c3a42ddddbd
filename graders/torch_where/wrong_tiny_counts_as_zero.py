"""fill stands where x is positive but very small. The question is whether x is greater than 0, not than some small
constant.

fails: tiny_values_are_positive
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > torch.finfo(x.dtype).eps
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fill)
