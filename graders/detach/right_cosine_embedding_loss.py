"""Rounding minus what x and its detached self differ by, and a ready-made loss."""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    still = x.detach()
    return still.round() + (x - still)


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    same = torch.ones(len(p1), dtype=p1.dtype, device=p1.device)
    first = F.cosine_embedding_loss(p1, z2.detach(), same)
    second = F.cosine_embedding_loss(p2, z1.detach(), same)
    return 0.5 * (first + second) - 1
