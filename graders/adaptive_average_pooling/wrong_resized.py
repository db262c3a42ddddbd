"""The map is resized: values between the pixels are computed, and most pixels do not count. Pooling averages every pixel
of a bin.

fails: one_value_for_each_channel
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [0.5, 2.0, 3.5]


def adaptive_avg_pool2d(x: Tensor, output_size: tuple[int, int]) -> Tensor:
    batched = x if x.dim() == 4 else x[None]
    out = F.interpolate(batched, output_size, mode="bilinear")
    return out if x.dim() == 4 else out[0]
