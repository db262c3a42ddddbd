"""An error is raised: the condition of where has to be a bool tensor. Zeros and ones of another dtype are numbers,
not a condition.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = (x > 0).int()
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fill)
