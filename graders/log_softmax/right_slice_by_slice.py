"""Every slice is a vector of its own."""

import torch
from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def one_slice(values: Tensor) -> Tensor:
    shifted = values - values.max()
    return shifted - shifted.exp().sum().log()


def log_softmax(x: Tensor, dim: int) -> Tensor:
    rows = x.movedim(dim, -1)
    slices = [one_slice(values) for values in rows.reshape(-1, x.shape[dim])]
    return torch.stack(slices).reshape(rows.shape).movedim(-1, dim) if slices else x.clone()
