"""The correction is made on the CPU, wherever x is. A tensor made inside has to follow its input.

fails: rounding_happens_where_x_lives
"""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    correction = torch.zeros(x.shape, dtype=x.dtype)
    correction.copy_(x.detach().round() - x.detach())
    return x.clone().add_(correction)


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    cosines = F.cosine_similarity(p1, z2.detach()) + F.cosine_similarity(p2, z1.detach())
    return -cosines.mean() / 2
