"""The points of a and b are lined up one to one. Each needs a new axis where the other has its points,
so that all pairs meet.

fails: every_point_of_a_meets_every_point_of_b
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return ((a - b) ** 2).sum(-1)
