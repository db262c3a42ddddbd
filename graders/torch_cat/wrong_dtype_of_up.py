"""The result always has the dtype of up, and loses what that cannot hold.
It is the dtype that a sum of the two would have.

fails: dtypes_are_promoted
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

    return torch.cat([window.to(up.dtype), up], dim=1)
