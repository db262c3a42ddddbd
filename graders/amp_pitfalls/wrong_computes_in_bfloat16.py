"""What lies between x and the result is bfloat16. No square overflows there, but every value is rounded to 8 bits,
and the result has fewer digits than float16 could hold.

fails: nothing_is_rounded_but_the_result
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x.bfloat16() if x.dtype == torch.float16 else x
    length = torch.linalg.vector_norm(wide, dim=dim, keepdim=True)
    return (wide / length.clamp(min=eps)).to(x.dtype)
