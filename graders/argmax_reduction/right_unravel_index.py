"""Lets torch turn flat indices into rows and columns."""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    rows, columns = torch.unravel_index(h.flatten(start_dim=-2).argmax(-1), h.shape[2:])
    return torch.stack([columns, rows], dim=-1)
