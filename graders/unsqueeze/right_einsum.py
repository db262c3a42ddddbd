"""The differences, multiplied with themselves and summed by einsum."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    gap = a.unsqueeze(-2) - b.unsqueeze(-3)
    return torch.einsum("...d,...d->...", gap, gap)
