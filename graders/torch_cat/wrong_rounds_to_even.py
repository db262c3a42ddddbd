"""The offset is rounded to the nearest even number where it ends in .5, as Python's round does.
It is always rounded down.

fails: an_odd_border_leaves_more_behind_the_window
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = round((height - h) / 2), round((width - w) / 2)
    return torch.cat([skip[:, :, top : top + h, left : left + w], up], dim=1)
