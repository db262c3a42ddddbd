"""The images are joined one by one and stacked. For a batch without images there is nothing to stack, and it raises.

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

    return torch.stack([torch.cat([window[i], up[i]]) for i in range(len(up))])
