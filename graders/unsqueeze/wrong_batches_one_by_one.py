"""Batch entries are taken in pairs, so both need the same batch shape. Dimensions in front may also broadcast.

fails: dimensions_in_front_broadcast
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    if a.dim() > 2:
        return torch.stack([pairwise_sq_dist(x, y) for x, y in zip(a, b, strict=True)])
    return ((a[:, None] - b) ** 2).sum(-1)
