"""The window ends too early: as much is cut off behind it as in front of it, whether or not the border comes out
even. It ends h rows, and w columns, behind where it begins.

fails: an_odd_border_leaves_more_behind_the_window
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    top, left = (height - h + 1) // 2, (width - w + 1) // 2
    window = skip[:, :, top : height - top, left : width - left]
    return torch.cat([window, up], dim=1)
