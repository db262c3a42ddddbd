"""Here each pixel is computed from four neighbours along an axis, and can leave the range of the values around it.
Bilinear uses two.

fails: the_edges_meet
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    return F.interpolate(x, size=size, mode="bicubic", align_corners=align_corners)
