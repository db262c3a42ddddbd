"""The result is float32 whatever the maps are. A tensor that is made without a dtype gets the default one.

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

    n, cs = skip.shape[:2]
    result = torch.empty((n, cs + up.shape[1], h, w), device=up.device)
    result[:, :cs] = skip[:, :, top : top + h, left : left + w]
    result[:, cs:] = up
    return result
