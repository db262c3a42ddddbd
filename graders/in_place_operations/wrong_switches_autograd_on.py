"""After the call autograd records, even where the caller had switched it off. It should be as it was before.

fails: autograd_is_as_it_was
"""

import torch
from torch import Tensor

PREDICT_1 = "RuntimeError"
PREDICT_2 = [2.0, 2.0]
PREDICT_3 = "RuntimeError"
PREDICT_4 = ([1.0, 1.0], [5.0, 5.0])
PREDICT_5 = [0.0, 0.0]


def clamp_norm_(x: Tensor, max_norm: float) -> Tensor:
    torch.set_grad_enabled(False)
    norm = torch.linalg.vector_norm(x, dim=1, keepdim=True)
    x.mul_((max_norm / norm).clamp(max=1))
    torch.set_grad_enabled(True)
    return x
