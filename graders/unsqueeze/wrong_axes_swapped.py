"""The rows belong to the points of b and the columns to those of a. Rows belong to a, which comes first.

fails: every_point_of_a_meets_every_point_of_b
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return ((a.unsqueeze(-3) - b.unsqueeze(-2)) ** 2).sum(-1)
