"""A transposed or sliced x raises an error: a view can only flatten what lies in one piece in memory.

fails: the_result_has_the_shape_of_x
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    flat = x.view(x.numel())
    positive = flat > 0
    return torch.where(positive, torch.where(positive, flat, 1.0).log(), fill).view(x.shape)
