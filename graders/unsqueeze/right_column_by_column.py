"""One column for each point of b, stacked."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 1, 3), (2, 3, 1), (1, 2, 3, 1))


def pairwise_sq_dist(a: Tensor, b: Tensor) -> Tensor:
    a, b = a[..., None, :], b[..., None, :, :]
    columns = [(a[..., 0, :] - b[..., j, :]).square().sum(-1) for j in range(b.shape[-2])]
    front = torch.broadcast_shapes(a.shape[:-3], b.shape[:-3])
    return torch.stack(columns, -1) if columns else a.new_zeros((*front, a.shape[-3], 0))
