"""The cross entropy of every class, one after the other."""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    rows = x.movedim(dim, -1)
    flat = rows.reshape(-1, x.shape[dim])
    classes = torch.arange(x.shape[dim], device=x.device)
    losses = [F.cross_entropy(flat, each.expand(len(flat)), reduction="none") for each in classes]
    return -torch.stack(losses, dim=1).reshape(rows.shape).movedim(-1, dim)
