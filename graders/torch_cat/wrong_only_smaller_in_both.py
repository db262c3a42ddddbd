"""A skip is refused when it is smaller in both directions. One is enough.

fails: a_smaller_skip_is_refused
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h and width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2
    window = skip[:, :, top : top + h, left : left + w]
    return torch.cat([window, up], dim=1)
