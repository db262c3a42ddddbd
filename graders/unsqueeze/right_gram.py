"""Squares and products instead of differences."""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    squares_of_a = (a * a).sum(-1, keepdim=True)
    squares_of_b = (b * b).sum(-1, keepdim=True).transpose(-1, -2)
    return squares_of_a + squares_of_b - 2 * a @ b.transpose(-1, -2)
