"""The tensor was given other memory through `.data`. Whoever looks at the old memory, such as the base of a view,
never sees the change.

fails: a_view_writes_into_its_base
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
    x.data = x.data * (max_norm / norm).clamp(max=1)
    return x
