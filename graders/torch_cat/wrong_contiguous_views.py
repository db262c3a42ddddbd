"""`view` is called on a map that may be a transposed view. It cannot merge dimensions
that do not lie one after the other.

fails: every_layout_and_an_empty_batch_will_do
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

    n = up.shape[0]
    flat = up.view(n, -1) if n else up.reshape(0, up.shape[1] * h * w)
    joined = torch.cat([window.reshape(n, skip.shape[1] * h * w), flat], dim=1)
    return joined.view(n, skip.shape[1] + up.shape[1], h, w)
