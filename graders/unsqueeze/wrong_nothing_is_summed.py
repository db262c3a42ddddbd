"""There is one number for each coordinate of each pair. A distance is one number for a pair: sum over the last axis.

fails: every_point_of_a_meets_every_point_of_b
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return (a.unsqueeze(-2) - b.unsqueeze(-3)) ** 2
