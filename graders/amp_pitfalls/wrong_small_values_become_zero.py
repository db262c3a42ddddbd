"""Values below the smallest normal number are taken for 0. float16 has many numbers there.

fails: short_vectors_become_as_long_as_others
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype == torch.float64 else x.float()
    wide = torch.where(wide.abs() < torch.finfo(x.dtype).tiny, wide * 0, wide)
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    return (wide / length.clamp(min=eps)).to(x.dtype)
