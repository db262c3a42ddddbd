"""The channels of up come before those of skip. In the result, skip is first.

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
    window = skip[:, :, top : top + h, left : left + w]
    return torch.cat([up, window], dim=1)
