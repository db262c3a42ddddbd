"""theta meets (y, x, 1). So what it says about the columns is done to the rows, and the other way round.

fails: the_identity_gives_the_centres
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 1.0, 2.0, 3.0]
PREDICT_2 = "ValueError"
PREDICT_3 = [[5, 5], [6, 6], [7, 7]]


def affine_grid(theta: Tensor, size: tuple[int, int, int, int], align_corners: bool = False) -> Tensor:
    if not theta.is_floating_point():
        raise ValueError(f"theta has dtype {theta.dtype}; it must be floating")
    rows, columns = size[2:]
    y, x = torch.meshgrid(centres(rows, align_corners, theta), centres(columns, align_corners, theta), indexing="ij")
    base = torch.stack((y, x, torch.ones_like(x)), dim=-1)
    return torch.einsum("nij,hwj->nhwi", theta, base)


def centres(length: int, align_corners: bool, like: Tensor) -> Tensor:
    """The coordinates of the pixel centres along one axis."""
    i = torch.arange(length, dtype=like.dtype, device=like.device)
    if align_corners:
        return 2 * i / (length - 1) - 1 if length > 1 else torch.zeros_like(i)
    return (2 * i + 1) / length - 1


def rotate_clockwise(img: Tensor, degrees: float) -> Tensor:
    rows, columns = img.shape[2:]
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    theta = img.new_tensor([[cos, sin * rows / columns, 0.0], [-sin * columns / rows, cos, 0.0]])
    grid = F.affine_grid(theta.expand(len(img), 2, 3), list(img.shape), align_corners=False)
    return F.grid_sample(img, grid, align_corners=False)
