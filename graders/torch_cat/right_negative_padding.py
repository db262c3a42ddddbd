"""Padding by a negative number cuts off."""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    border = (-left, left + w - width, -top, top + h - height)
    return torch.cat((F.pad(skip, border), up), dim=1)
