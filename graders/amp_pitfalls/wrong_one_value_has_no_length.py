"""A dimension of size 1 is taken away, and with it the shape.

fails: any_layout_and_any_size_will_do
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype == torch.float64 else x.float()
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    return (wide / length.clamp(min=eps)).squeeze(-1 if x.dim() > 1 else 0).to(x.dtype)
