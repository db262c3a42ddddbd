"""The squares are computed in the dtype of x. In float16 300 times 300 is infinite, and the vector becomes 0.

fails: squares_may_be_larger_than_the_dtype
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x
    length = torch.square(wide).sum(dim, keepdim=True).sqrt()
    return wide / length.clamp(min=max(eps, torch.finfo(x.dtype).tiny))
