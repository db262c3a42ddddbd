"""The smallest divisor is the step of the dtype above 1. In float16 that is 0.001, far above many a length.

fails: eps_is_the_smallest_divisor
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype == torch.float64 else x.float()
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    return (wide / length.clamp(min=torch.finfo(x.dtype).eps)).to(x.dtype)
