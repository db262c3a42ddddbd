"""The result is allocated on the CPU, wherever the points are.

fails: the_distances_are_where_the_points_are
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    distances = ((a.unsqueeze(-2) - b.unsqueeze(-3)) ** 2).sum(-1)
    result = torch.zeros(distances.shape, dtype=a.dtype)
    result[...] = distances
    return result
