"""The values are right, and the gradient is NaN where fill stands. The branch that is not chosen is differentiated
too, and 0 times infinity is NaN.

fails: the_gradient_is_zero_where_fill_stands
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return torch.where(x > 0, x.log(), fill)
