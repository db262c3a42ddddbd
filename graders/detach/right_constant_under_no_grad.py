"""What counts as a constant is computed where nothing is recorded."""

import torch
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


def ste_round(x: Tensor) -> Tensor:
    with torch.no_grad():
        correction = torch.round(x) - x
    return x + correction


def similarity(p: Tensor, z: Tensor) -> Tensor:
    dots = torch.einsum("bf,bf->b", p, z)
    return dots / (p.norm(dim=1) * z.norm(dim=1))


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    pairs = ((p1, z2.detach().clone()), (p2, z1.detach().clone()))
    return sum(similarity(p, z).mean() for p, z in pairs) / -2
