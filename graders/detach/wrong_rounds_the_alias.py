"""x is changed: a detached tensor shares the memory of the one it came from, and what is written into it in place
is written into x.

fails: x_is_left_alone
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    rounded = x.detach().round_()
    return x + (rounded - x).detach()


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    cosines = F.cosine_similarity(p1, z2.detach()) + F.cosine_similarity(p2, z1.detach())
    return -cosines.mean() / 2
