"""PyTorch's own affine grid is called. This exercise is done without it; in rotate_clockwise it is welcome.

fails: pytorch_makes_no_affine_grid
"""

import math

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 1.0, 2.0, 3.0]
PREDICT_2 = "ValueError"
PREDICT_3 = [[5, 5], [6, 6], [7, 7]]


def affine_grid(theta: Tensor, size: tuple[int, int, int, int], align_corners: bool = False) -> Tensor:
    return F.affine_grid(theta, list(size), align_corners=align_corners)


def rotate_clockwise(img: Tensor, degrees: float) -> Tensor:
    rows, columns = img.shape[2:]
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    theta = img.new_tensor([[cos, sin * rows / columns, 0.0], [-sin * columns / rows, cos, 0.0]])
    grid = F.affine_grid(theta.expand(len(img), 2, 3), list(img.shape), align_corners=False)
    return F.grid_sample(img, grid, align_corners=False)
