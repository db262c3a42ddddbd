"""A vector of zeros becomes one of length 1, in a direction that nobody gave it.

fails: a_vector_of_zeros_stays_zero
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype == torch.float64 else x.float()
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    zero = length == 0
    return torch.where(zero, wide.shape[dim] ** -0.5, wide / length.clamp(min=eps)).to(x.dtype)
