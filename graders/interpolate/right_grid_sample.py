"""Asks grid_sample for the places, in its own coordinates, with the border repeated."""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def centres(length, out, align_corners, like):
    i = torch.arange(out, dtype=like.dtype, device=like.device)
    s = i * (length - 1) / max(out - 1, 1) if align_corners else (i + 0.5) * length / out - 0.5
    return (2 * s + 1) / length - 1


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    wide = x if x.dtype is torch.float64 else x.float()
    y = centres(x.shape[2], size[0], align_corners, wide)
    across = centres(x.shape[3], size[1], align_corners, wide)
    grid = torch.stack(torch.meshgrid(across, y, indexing="xy"), -1).expand(len(x), -1, -1, -1)
    return F.grid_sample(wide, grid, padding_mode="border", align_corners=False).to(x.dtype)
