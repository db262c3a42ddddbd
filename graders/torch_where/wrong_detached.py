"""No gradient reaches x: the result does not depend on it for autograd.

fails: the_gradient_is_zero_where_fill_stands
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    x = x.detach()
    positive = x > 0
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fill)
