"""The gradient that reaches x is rounded too. It should pass as it arrives.

fails: the_gradient_passes_unchanged
"""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    rounded = x + (x.round() - x).detach()
    if rounded.requires_grad:
        rounded.register_hook(torch.round)
    return rounded


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    cosines = F.cosine_similarity(p1, z2.detach()) + F.cosine_similarity(p2, z1.detach())
    return -cosines.mean() / 2
