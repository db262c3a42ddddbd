"""The linear part and the shift apart; the rotation lets a loop of matrices do the conversion of units."""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 1.0, 2.0, 3.0]
PREDICT_2 = "ValueError"
PREDICT_3 = [[5, 5], [6, 6], [7, 7]]


def affine_grid(theta: Tensor, size: tuple[int, int, int, int], align_corners: bool = False) -> Tensor:
    base = torch.cartesian_prod(places(size[2], align_corners, theta), places(size[3], align_corners, theta)).flip(1)
    linear, shift = theta.split((2, 1), dim=2)
    return (linear @ base.T + shift).mT.unflatten(1, size[2:])


def places(n, align_corners, like):
    if not like.is_floating_point():
        raise RuntimeError("theta must be floating")
    steps = n - 1 if align_corners else n
    first = (1 - n) / steps if steps else 0.0
    return first + torch.arange(n, device=like.device).to(like.dtype) * (2 / max(steps, 1))


def rotate_clockwise(img: Tensor, degrees: float) -> Tensor:
    n, _, h, w = img.shape
    a = torch.tensor(degrees, dtype=torch.float64).deg2rad()
    rotation = torch.stack([torch.stack([a.cos(), a.sin()]), torch.stack([-a.sin(), a.cos()])])
    to_pixels = torch.diag(torch.tensor([w / 2, h / 2], dtype=torch.float64))
    linear = to_pixels.inverse() @ rotation @ to_pixels
    theta = torch.cat([linear, torch.zeros(2, 1, dtype=torch.float64)], dim=1).to(img)
    grid = affine_grid(theta.repeat(n, 1, 1), tuple(img.shape))
    return F.grid_sample(img, grid, "bilinear", "zeros", False)
