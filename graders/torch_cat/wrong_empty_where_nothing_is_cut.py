"""The window ends at minus the offset. Where nothing has to be cut off the offset is 0, and -0 is the beginning,
so the window is empty.

fails: skip_comes_first_along_the_channels
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2
    return torch.cat([skip[:, :, top:-top, left:-left], up], dim=1)
