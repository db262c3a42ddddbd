"""The loss is float32 whatever the inputs are. It should have their dtype.

fails: the_loss_has_the_dtype_of_its_inputs
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    return x + (x.round() - x).detach()


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    first = F.cosine_similarity(p1, z2.detach(), dim=1)
    second = F.cosine_similarity(p2, z1.detach(), dim=1)
    return -(first.mean() + second.mean()).float() / 2
