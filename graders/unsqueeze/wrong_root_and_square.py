"""Where two points coincide the gradient is nan. The slope of a square root is infinite at 0,
and squaring the root again does not repair it.

fails: the_gradient_reaches_both_and_is_finite
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return ((a.unsqueeze(-2) - b.unsqueeze(-3)) ** 2).sum(-1).sqrt() ** 2
