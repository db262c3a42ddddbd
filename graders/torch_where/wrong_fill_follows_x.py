"""Where fill stands the gradient is not 0: what stands there was computed from x.

fails: the_gradient_is_zero_where_fill_stands
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fill + x - x.detach())
