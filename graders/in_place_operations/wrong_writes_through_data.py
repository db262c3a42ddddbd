"""The write goes through `.data`, where autograd does not count it. A graph that needs the old rows then computes
its gradient from the new ones, and nobody is told.

fails: autograd_learns_of_the_write
"""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    norm = torch.linalg.vector_norm(x.data, dim=1, keepdim=True)
    x.data.mul_((max_norm / norm).clamp(max=1))
    return x
