"""A smaller result is averaged over areas. Bilinear looks at the two neighbours of one place along each axis, in
both directions.

fails: shrinking_looks_at_two_neighbours_only
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.0, 2.5, 7.5, 10.0]
PREDICT_2 = (2, 3, 7, 10)


def resize_bilinear(x: Tensor, size: tuple[int, int], align_corners: bool = False) -> Tensor:
    if size[0] < x.shape[2] and size[1] < x.shape[3]:
        return F.adaptive_avg_pool2d(x, size)
    return F.interpolate(x, size=size, mode="bilinear", align_corners=align_corners)
