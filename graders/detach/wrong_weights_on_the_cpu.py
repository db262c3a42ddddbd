"""The weights of the terms are made on the CPU, wherever the inputs are. A tensor made inside has to follow them.

fails: the_loss_is_computed_where_its_inputs_live
"""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    return x + (x.round() - x).detach()


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    halves = torch.full((len(p1),), -0.5, dtype=p1.dtype)
    first = F.cosine_similarity(p1, z2.detach(), dim=1)
    second = F.cosine_similarity(p2, z1.detach(), dim=1)
    return (first + second).mul_(halves).mean()
