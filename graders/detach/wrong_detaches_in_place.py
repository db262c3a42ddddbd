"""z1 and z2 themselves were cut from their graph, and they belong to the caller. Without the underscore, detach
leaves its tensor alone.

fails: the_encoder_learns_through_the_predictions
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    return x + (x.round() - x).detach()


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    first = F.cosine_similarity(p1, z2.detach_(), dim=1)
    second = F.cosine_similarity(p2, z1.detach_(), dim=1)
    return -(first.mean() + second.mean()) / 2
