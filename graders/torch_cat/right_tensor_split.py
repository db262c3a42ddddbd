"""Splits rows and columns in front of and behind the window, and keeps the middle parts."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    _, skip, _ = torch.tensor_split(skip, (top, top + h), dim=2)
    _, skip, _ = torch.tensor_split(skip, (left, left + w), dim=3)
    return torch.concat((skip, up), dim=1)
