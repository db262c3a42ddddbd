"""The values are right, and the gradient of a NaN is NaN: only 0 and negative values are kept from the logarithm, and
a NaN is neither.

fails: a_nan_is_not_positive
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return torch.where(x > 0, torch.where(x <= 0, 1.0, x).log(), fill)
