"""One pair comes out for each image. The K heatmaps of an image are different keypoints, so each has a peak of its
own.

fails: every_heatmap_has_one_pair
"""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    place = h.flatten(1).argmax(1)
    width = h.shape[3]
    return torch.stack((place % width, place // width % h.shape[2]), dim=1)
