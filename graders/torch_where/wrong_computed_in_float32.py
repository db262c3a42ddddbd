"""The logarithm is computed in float32 whatever x is, so half of the digits of a float64 are lost.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return torch.where(positive, torch.where(positive, x, 1.0).float().log().to(x.dtype), fill)
