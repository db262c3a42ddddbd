"""A skip that is smaller than up is filled up with zeros, and nobody is told. It raises ValueError.

fails: a_smaller_skip_is_refused
"""

import torch
import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ((2, 8), "torch.float64")


def crop_and_concat(up: Tensor, skip: Tensor) -> Tensor:
    (h, w), (height, width) = up.shape[2:], skip.shape[2:]
    top, left = (height - h) // 2, (width - w) // 2

    return torch.cat([F.pad(skip, (-left, left + w - width, -top, top + h - height)), up], dim=1)
