"""Values that differ only in double precision are taken for equal, because they are cast to float32 first.

fails: every_precision_is_read_exactly
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    place = h.float().flatten(2).argmax(2)
    width = h.shape[3]
    return torch.stack((place % width, place // width), dim=2)
