"""Multiplies a flat base with the transposed theta; the rotation turns explicit pixel coordinates."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 1.0, 2.0, 3.0]
PREDICT_2 = "ValueError"
PREDICT_3 = [[5, 5], [6, 6], [7, 7]]


def affine_grid(theta: Tensor, size: tuple[int, int, int, int], align_corners: bool = False) -> Tensor:
    if theta.dtype not in (torch.float32, torch.float64):
        raise TypeError(theta.dtype)
    n, _, h, w = size
    if align_corners:
        xs = torch.linspace(-1, 1, w, dtype=torch.float64).to(theta) if w > 1 else theta.new_zeros(1)
        ys = torch.linspace(-1, 1, h, dtype=torch.float64).to(theta) if h > 1 else theta.new_zeros(1)
    else:
        xs = torch.linspace(-1 + 1 / w, 1 - 1 / w, w, dtype=torch.float64).to(theta)
        ys = torch.linspace(-1 + 1 / h, 1 - 1 / h, h, dtype=torch.float64).to(theta)
    base = torch.ones(h, w, 3, dtype=theta.dtype, device=theta.device)
    base[..., 0] = xs
    base[..., 1] = ys[:, None]
    return (base.reshape(-1, 3) @ theta.transpose(1, 2)).reshape(n, h, w, 2)


def rotate_clockwise(img: Tensor, degrees: float) -> Tensor:
    n, _, h, w = img.shape
    a = math.radians(degrees)
    y, x = torch.meshgrid(torch.arange(h).to(img), torch.arange(w).to(img), indexing="ij")
    x, y = x - (w - 1) / 2, y - (h - 1) / 2
    from_x = math.cos(a) * x + math.sin(a) * y
    from_y = -math.sin(a) * x + math.cos(a) * y
    grid = torch.stack([from_x * 2 / w, from_y * 2 / h], dim=-1)
    return F.grid_sample(img, grid.expand(n, h, w, 2), align_corners=False)
