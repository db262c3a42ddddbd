"""The sum of the squares is written in float16 before the root is taken, and there it ends at 65504.

fails: squares_may_be_larger_than_the_dtype
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype == torch.float64 else x.float()
    length = wide.square().sum(dim, keepdim=True).to(x.dtype).to(wide.dtype).sqrt()
    return (wide / length.clamp(min=eps)).to(x.dtype)
