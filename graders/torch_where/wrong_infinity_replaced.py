"""fill stands where x is infinite. Infinity is positive, and so is its logarithm.

fails: infinity_is_positive
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    good = (x > 0) & x.isfinite()
    return torch.where(good, torch.where(good, x, 1.0).log(), fill)
