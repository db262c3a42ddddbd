"""The gradient is put in place by a product, and the two losses are stacked."""

import torch
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    return torch.round(x.detach()) + (x - x.detach()) * 1.0


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    p, z = torch.cat([p1, p2]), torch.cat([z2, z1])
    return -torch.cosine_similarity(p, z.detach(), dim=-1).mean()
