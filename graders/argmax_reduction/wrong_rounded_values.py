"""The values are cut down to whole numbers before they are compared, so a peak of 0.09 is lost among zeros.

fails: the_largest_value_of_all_wins
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    place = h.long().flatten(2).argmax(2)
    width = h.shape[3]
    return torch.stack((place % width, place // width), dim=2)
