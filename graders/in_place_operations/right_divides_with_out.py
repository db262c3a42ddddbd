"""The quotient is written into x by `out=`."""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    with torch.no_grad():
        excess = (torch.linalg.vector_norm(x, ord=2, dim=1) / max_norm).clamp_(min=1.0)
        torch.div(x, excess.unsqueeze(1), out=x)
    return x
