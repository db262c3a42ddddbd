"""The rows and columns are picked all over skip, as in a smaller copy of it.
Cropping takes neighbours, from the centre.

fails: the_window_is_in_the_centre
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    rows = torch.arange(h, device=up.device) * height // h
    columns = torch.arange(w, device=up.device) * width // w
    return torch.cat([skip[:, :, rows][:, :, :, columns], up], dim=1)
