"""The length is the sum of the absolute values. The Euclidean length is the root of the sum of squares.

fails: a_long_row_is_scaled_to_max_norm
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
    norm = torch.linalg.vector_norm(x, ord=1, dim=1, keepdim=True)
    return x.mul_((max_norm / norm).clamp(max=1))
