"""This is the logarithm to base 2. The natural logarithm has base e.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return torch.where(positive, torch.where(positive, x, 1.0).log2(), fill)
