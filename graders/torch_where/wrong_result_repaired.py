"""The logarithm is taken everywhere and its result is repaired: where fill stands the gradient is NaN, because the
infinite slope comes after the repair on the way back.

fails: the_gradient_is_zero_where_fill_stands
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    result = torch.log(x)
    result[x <= 0] = fill
    return result
