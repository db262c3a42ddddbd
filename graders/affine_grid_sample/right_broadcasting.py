"""Six numbers by name, broadcast over rows and columns; the rotation measures from corner centre to corner centre."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 1.0, 2.0, 3.0]
PREDICT_2 = "ValueError"
PREDICT_3 = [[5, 5], [6, 6], [7, 7]]


def affine_grid(theta: Tensor, size: tuple[int, int, int, int], align_corners: bool = False) -> Tensor:
    assert_floating(theta)
    (a, b, c), (d, e, f) = theta[:, :, :, None, None].permute(1, 2, 0, 3, 4)
    x = axis(size[3], align_corners).to(theta)
    y = axis(size[2], align_corners).to(theta)[:, None]
    return torch.stack((a * x + b * y + c, d * x + e * y + f), -1)


def assert_floating(theta):
    if not torch.is_floating_point(theta):
        raise TypeError("theta must be floating")


def axis(n, align_corners):
    last = 0.0 if n == 1 else 1.0 if align_corners else 1 - 1 / n
    return torch.linspace(-last, last, n, dtype=torch.float64)


def rotate_clockwise(img: Tensor, degrees: float) -> Tensor:
    h, w = img.size(2) - 1, img.size(3) - 1
    turn = degrees * math.pi / 180
    c, s = math.cos(turn), math.sin(turn)
    theta = torch.tensor([[c, s * h / w, 0], [-s * w / h, c, 0]]).to(img)
    theta = theta.unsqueeze(0).repeat(img.size(0), 1, 1)
    return F.grid_sample(img, F.affine_grid(theta, img.size(), align_corners=True), align_corners=True)
