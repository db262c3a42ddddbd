"""Loops over the rows; the rotation blends the four neighbours itself."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 1.0, 2.0, 3.0]
PREDICT_2 = "ValueError"
PREDICT_3 = [[5, 5], [6, 6], [7, 7]]


def affine_grid(theta: Tensor, size: tuple[int, int, int, int], align_corners: bool = False) -> Tensor:
    if not theta.is_floating_point():
        raise ValueError("theta must be floating")
    n, _, h, w = size
    rows = []
    for i in range(h):
        y = 0.0 if h == 1 else (2 * i / (h - 1) - 1 if align_corners else (2 * i + 1) / h - 1)
        cells = []
        for j in range(w):
            x = 0.0 if w == 1 else (2 * j / (w - 1) - 1 if align_corners else (2 * j + 1) / w - 1)
            cells.append(theta[..., 0] * x + theta[..., 1] * y + theta[..., 2])
        rows.append(torch.stack(cells, dim=1))
    return torch.stack(rows, dim=1)


def rotate_clockwise(img: Tensor, degrees: float) -> Tensor:
    n, _, h, w = img.shape
    a = math.radians(degrees)
    y = torch.arange(h, dtype=torch.float64, device=img.device)[:, None] - (h - 1) / 2
    x = torch.arange(w, dtype=torch.float64, device=img.device) - (w - 1) / 2
    sx = math.cos(a) * x + math.sin(a) * y + (w - 1) / 2
    sy = math.cos(a) * y - math.sin(a) * x + (h - 1) / 2
    left, top = sx.floor(), sy.floor()
    padded = F.pad(img, (1, 1, 1, 1))
    result = torch.zeros_like(img)
    for down in (0, 1):
        for right in (0, 1):
            weight = (1 - (sx - left - right).abs()) * (1 - (sy - top - down).abs())
            row = (top + down + 1).long().clamp(0, h + 1)
            column = (left + right + 1).long().clamp(0, w + 1)
            result = result + padded[:, :, row, column] * weight.to(img.dtype)
    return result
