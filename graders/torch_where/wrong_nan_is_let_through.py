"""A NaN stays NaN: it is neither positive nor "0 or less", and only the second was asked.

fails: a_nan_is_not_positive
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    bad = x <= 0
    return torch.where(bad, fill, torch.where(bad, 1.0, x).log())
