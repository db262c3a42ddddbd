"""Divides by the largest entry first, so that no square can overflow."""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x.to(torch.promote_types(x.dtype, torch.float32))
    largest = wide.detach().abs().amax(dim, keepdim=True)
    largest = torch.where(largest == 0, torch.ones_like(largest), largest)
    ratio = wide / largest
    length = ratio.square().sum(dim, keepdim=True).sqrt() * largest
    return torch.where(length > eps, wide / length, wide / eps).to(x.dtype)
