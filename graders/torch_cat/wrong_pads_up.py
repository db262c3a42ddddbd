"""up grows to the size of skip, with zeros around it. The result has the rows and columns of up.

fails: the_window_is_in_the_centre
"""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    padded = F.pad(up, (left, width - w - left, top, height - h - top))
    return torch.cat([skip, padded], dim=1)
