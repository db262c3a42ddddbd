"""The peaks are erased from the heatmaps of the caller. Looking for a place changes nothing.

fails: the_heatmaps_are_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    place = h.flatten(2).argmax(2)
    width = h.shape[3]
    if h.numel():
        h.detach().flatten(2).scatter_(2, place.unsqueeze(2), float("-inf"))
    return torch.stack((place % width, place // width), dim=2)
