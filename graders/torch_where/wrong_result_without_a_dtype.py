"""The result is float32, whatever x is: it is written into a tensor that is made without a dtype.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    result = torch.full(x.shape, fill)
    positive = x > 0
    result[positive] = x[positive].log()
    return result
