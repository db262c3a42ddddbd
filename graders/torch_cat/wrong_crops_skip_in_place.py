"""The border of skip is set to zero on the way. skip belongs to the caller, and a slice is a view of it.

fails: both_maps_are_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    border = skip.detach()
    window = skip[:, :, top : top + h, left : left + w].clone()
    border[:, :, :top] = 0
    border.mul_(1)
    return torch.cat([window, up], dim=1)
