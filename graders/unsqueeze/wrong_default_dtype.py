"""The distances are float32 whatever the points are.
A tensor that is made for results takes its dtype from the inputs.

fails: each_entry_is_a_sum_of_squared_differences
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    distances = ((a.unsqueeze(-2) - b.unsqueeze(-3)) ** 2).sum(-1)
    result = torch.zeros(distances.shape, device=a.device)
    result[...] = distances
    return result
