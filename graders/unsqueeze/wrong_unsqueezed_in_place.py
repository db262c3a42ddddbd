"""The caller's tensors have an axis more afterwards. The call that ends in an underscore changes the tensor itself.

fails: the_points_are_left_alone
"""

from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    return ((a.unsqueeze_(-2) - b.unsqueeze_(-3)) ** 2).sum(-1)
