"""Shrinking averages everything that an output pixel covers. Bilinear takes the two neighbours of one place along
each axis and skips the rest.

fails: shrinking_looks_at_two_neighbours_only
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    return F.interpolate(x, size=size, mode="bilinear", align_corners=align_corners, antialias=not align_corners)
