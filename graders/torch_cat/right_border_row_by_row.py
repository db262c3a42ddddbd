"""Takes rows and columns away, one at a time, behind and in front in turn."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    behind = True
    while skip.size(2) > h:
        skip = skip[:, :, :-1] if behind else skip[:, :, 1:]
        behind = not behind
    behind = True
    while skip.size(3) > w:
        skip = skip[:, :, :, :-1] if behind else skip[:, :, :, 1:]
        behind = not behind
    return torch.cat([skip, up], 1)
