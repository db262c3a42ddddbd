"""A heatmap of negative values seems to peak at (0, 0): the search begins with a best value of 0, which nothing in
it exceeds.

fails: the_largest_value_of_all_wins
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    place = h.clamp(min=0).flatten(2).argmax(2)
    width = h.shape[3]
    return torch.stack((place % width, place // width), dim=2)
