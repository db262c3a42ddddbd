"""A small number is added to x before the logarithm. It changes every value a little, and the small ones a lot.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return torch.where(positive, (torch.where(positive, x, 1.0) + 1e-8).log(), fill)
