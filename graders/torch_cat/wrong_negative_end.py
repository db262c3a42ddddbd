"""The window ends at minus the offset. Where the offset is 0 that is an empty window, because -0 is 0,
the beginning.

fails: the_window_is_in_the_centre
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    bottom, right = height - h - top, width - w - left
    if (height, width) != (h, w):
        skip = skip[:, :, top:-bottom, left:-right]
    return torch.cat([skip, up], dim=1)
