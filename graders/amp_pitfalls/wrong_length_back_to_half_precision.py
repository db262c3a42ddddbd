"""The length is computed with enough room and then written in float16, where it can be infinite.

fails: squares_may_be_larger_than_the_dtype
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype == torch.float64 else x.float()
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    length = length.clamp(min=eps).to(x.dtype).clamp(min=torch.finfo(x.dtype).tiny)
    return (wide / length.to(wide.dtype)).to(x.dtype)
