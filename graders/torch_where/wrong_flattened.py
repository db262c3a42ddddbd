"""The result has one dimension, whatever the shape of x is.

fails: the_result_has_the_shape_of_x
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    x = x.flatten()
    positive = x > 0
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fill)
