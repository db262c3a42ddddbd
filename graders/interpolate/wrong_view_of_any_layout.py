"""The image is laid out as one long row without a copy, which only works when it lies in memory in reading order.

fails: every_layout_and_an_empty_batch_will_do
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    flat = x.view(-1, 1, *x.shape[2:])
    return F.interpolate(flat, size=size, mode="bilinear", align_corners=align_corners).view(*x.shape[:2], *size)
