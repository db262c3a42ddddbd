"""The value with the largest magnitude is found. A heatmap with negative values peaks where it is least negative.

fails: the_largest_value_of_all_wins
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    place = h.abs().flatten(2).argmax(2)
    width = h.shape[3]
    return torch.stack((place % width, place // width), dim=2)
