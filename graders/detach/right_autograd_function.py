"""A backward written by hand, and cosines from normalised rows."""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([6.0, 12.0], None)
PREDICT_2 = (True, [0.0, 0.0, 0.0])


class Rounded(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x: Tensor) -> Tensor:
        return x.round()

    @staticmethod
    def backward(ctx, gradient: Tensor) -> Tensor:
        return gradient


def ste_round(x: Tensor) -> Tensor:
    return Rounded.apply(x)


def simsiam_loss(p1: Tensor, p2: Tensor, z1: Tensor, z2: Tensor) -> Tensor:
    with torch.no_grad():
        t1, t2 = F.normalize(z1, dim=1), F.normalize(z2, dim=1)
    q1, q2 = F.normalize(p1, dim=1), F.normalize(p2, dim=1)
    return -0.5 * ((q1 * t2).sum(1).mean() + (q2 * t1).sum(1).mean())
