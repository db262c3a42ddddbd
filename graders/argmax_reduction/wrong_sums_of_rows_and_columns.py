"""The row with the largest sum and the column with the largest sum are found apart from each other. They need not
meet at the largest value.

fails: the_largest_value_of_all_wins
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    return torch.stack((h.sum(2).argmax(2), h.sum(3).argmax(2)), dim=2)
