"""A row of half precision becomes zeros: the squares of its entries are infinite in float16, and so is their sum,
although the length itself could be written.

fails: half_precision_has_room_for_the_length
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
    norm = x.pow(2).sum(dim=1, keepdim=True).sqrt()
    return x.mul_((max_norm / norm).clamp(max=1))
