"""The best value of each row, then the best row, then the column where that row is best."""

import torch
from torch import Tensor

PREDICT_1 = (3, [1, 0], (1, 3))


def heatmap_peaks(h: Tensor) -> Tensor:
    best_of_rows = h.amax(dim=3)
    y = best_of_rows.argmax(dim=2, keepdim=True)
    x = h.argmax(dim=3).gather(2, y)
    return torch.cat([x, y], dim=2)
