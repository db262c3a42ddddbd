"""The factors are made on the CPU, wherever x is. A tensor made inside has to follow its input.

fails: tensors_made_inside_live_where_x_lives
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
    factors = torch.ones(len(x), 1, dtype=x.dtype)
    factors.copy_((max_norm / norm).clamp(max=1))
    return x.mul_(factors)
