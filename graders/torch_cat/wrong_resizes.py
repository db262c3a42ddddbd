"""The whole of skip is squeezed into the size of up. Cropping keeps the pixels of the centre as they are.

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
    window = skip
    if (height, width) != (h, w):
        window = F.interpolate(skip.double(), (h, w), mode="bilinear").to(skip.dtype)
    return torch.cat([window, up], dim=1)
