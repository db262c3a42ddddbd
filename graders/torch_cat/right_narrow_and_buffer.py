"""Narrows twice, and writes both maps into one buffer of the promoted dtype."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    window = skip.narrow(2, top, h).narrow(3, left, w)
    n, channels = window.shape[:2]
    dtype = torch.result_type(window, up)
    buffer = torch.zeros(n, channels + up.shape[1], h, w, dtype=dtype, device=up.device)
    buffer[:, :channels].copy_(window)
    buffer[:, channels:].copy_(up)
    return buffer
