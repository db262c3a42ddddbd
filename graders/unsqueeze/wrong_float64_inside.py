"""The distances are float64 whatever the points are.

fails: the_dtype_is_that_of_the_points
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return ((a.double().unsqueeze(-2) - b.double().unsqueeze(-3)) ** 2).sum(-1)
