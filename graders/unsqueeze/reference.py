"""One new axis for each, counted from the end."""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    difference = a.unsqueeze(-2) - b.unsqueeze(-3)
    return (difference**2).sum(-1)
