"""A matrix for the rows and one for the columns; each row of a matrix holds the two weights of a place."""

import torch
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def matrix(length, out, align_corners, like):
    i = torch.arange(out, dtype=torch.float64, device=like.device)
    if align_corners:
        s = i * ((length - 1) / (out - 1)) if out > 1 else i * 0
    else:
        s = ((i + 0.5) * (length / out) - 0.5).clamp(0, length - 1)
    pixels = torch.arange(length, dtype=torch.float64, device=like.device)
    return (1 - (s[:, None] - pixels).abs()).clamp(min=0).to(like.dtype)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    rows = matrix(x.shape[2], size[0], align_corners, x)
    columns = matrix(x.shape[3], size[1], align_corners, x)
    return rows @ x @ columns.T
