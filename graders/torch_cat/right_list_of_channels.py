"""One channel after the other, stacked in the end."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    if height < h or width < w:
        raise ValueError(f"skip is {height} x {width}, smaller than up with {h} x {w}")
    top, left = (height - h) // 2, (width - w) // 2

    channels = [c[:, top : top + h, left : left + w] for c in skip.unbind(1)] + list(up.unbind(1))
    dtype = torch.promote_types(skip.dtype, up.dtype)
    return torch.stack([c.to(dtype) for c in channels], dim=1)
