"""The squares are averaged over the coordinates. A squared distance is their sum.

fails: each_entry_is_a_sum_of_squared_differences
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return ((a.unsqueeze(-2) - b.unsqueeze(-3)) ** 2).mean(-1)
