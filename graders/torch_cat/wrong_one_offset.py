"""Rows and columns share one offset, the one of the rows. Each has its own, from its own difference.

fails: the_window_is_in_the_centre
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top = (height - h) // 2
    left = min(top, width - w)
    return torch.cat([skip[:, :, top : top + h, left : left + w], up], dim=1)
