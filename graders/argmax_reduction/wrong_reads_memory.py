"""In a permuted heatmap the place is counted in memory order. The values count in the order in which the tensor
shows them.

fails: the_memory_layout_does_not_matter
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    n, k, height, width = h.shape
    place = torch.as_strided(h, (n, k, height * width), (k * height * width, height * width, 1)).argmax(2)
    return torch.stack((place % width, place // width), dim=2)
