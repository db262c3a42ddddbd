"""A leaf that requires grad is refused: autograd lets no operation that it records overwrite a leaf.
What is not to be learned from should not be recorded.

fails: a_parameter_is_shortened_and_stays_a_leaf
"""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    norm = torch.linalg.vector_norm(x, dim=1, keepdim=True)
    return x.mul_((max_norm / norm).clamp(max=1))
