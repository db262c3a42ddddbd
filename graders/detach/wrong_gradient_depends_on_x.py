"""The gradient is scaled by how far each value was moved. It should pass as it arrives, wherever x is.

fails: the_gradient_passes_unchanged
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    return x.round().detach() + (x - x.detach()) * (x.round() / x).detach()


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    cosines = F.cosine_similarity(p1, z2.detach()) + F.cosine_similarity(p2, z1.detach())
    return -cosines.mean() / 2
