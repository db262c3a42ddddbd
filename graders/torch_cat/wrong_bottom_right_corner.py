"""The window is the last rows and columns, so the border is cut off on two sides only.
It begins at half of what is too much.

fails: the_window_is_in_the_centre
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    return torch.cat([skip[:, :, height - h :, width - w :], up], dim=1)
