"""Values are divided by a fixed number before they are squared. Large ones fit then, and small ones vanish.

fails: short_vectors_become_as_long_as_others
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype != torch.float16 else x / 1024
    scale = 1 if x.dtype != torch.float16 else 1024
    wide = wide if wide.dtype == torch.float64 else wide.float()
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    return (wide / (length.clamp(min=eps / scale))).to(x.dtype)
