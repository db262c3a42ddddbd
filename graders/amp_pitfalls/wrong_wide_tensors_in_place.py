"""For float32 and float64 x itself is divided, because nothing had to be widened; to() made no copy.

fails: the_input_is_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x.detach().to(torch.promote_types(x.dtype, torch.float32))
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    return wide.div_(length.clamp(min=eps)).to(x.dtype)
