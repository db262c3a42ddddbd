"""The caller's tensor is as it was: the name x was given a new tensor, and only the function knows that one.
Writing in place means writing into the memory that the caller holds too.

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
    x = x * (max_norm / norm).clamp(max=1)
    return x
