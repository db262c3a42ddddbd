"""The caller's rows are shortened, but what comes back is another tensor. Operations that end in an underscore
return the very tensor they changed.

fails: the_caller_holds_the_shortened_rows
"""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


@torch.no_grad()
def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    norm = torch.linalg.vector_norm(x, dim=1, keepdim=True)
    x.mul_((max_norm / norm).clamp(max=1))
    return x.clone()
