"""The maps are joined as they come. In all dimensions but the joined one the sizes have to agree.

fails: the_window_is_in_the_centre
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    return torch.cat([skip, up], dim=1)
