"""What overflowed is replaced afterwards, so nothing is infinite, and long vectors are wrong all the same.

fails: squares_may_be_larger_than_the_dtype
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x
    length = wide.square().sum(dim, keepdim=True).sqrt()
    length = length.nan_to_num(posinf=torch.finfo(x.dtype).max)
    return wide / length.clamp(min=max(eps, torch.finfo(x.dtype).tiny))
