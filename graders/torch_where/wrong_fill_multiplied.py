"""An infinite fill makes everything NaN: fill is multiplied by a mask of zeros and ones, and 0 times infinity is
NaN.

fails: everything_else_is_fill
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return torch.where(positive, x, 1.0).log() * positive + fill * (~positive).to(x.dtype)
