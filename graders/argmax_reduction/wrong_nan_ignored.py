"""A NaN is passed over. argmax counts it as the largest value, and so does this contract.

fails: a_nan_counts_as_the_largest
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    place = h.nan_to_num(nan=float("-inf"), posinf=float("inf"), neginf=float("-inf")).flatten(2).argmax(2)
    width = h.shape[3]
    return torch.stack((place % width, place // width), dim=2)
