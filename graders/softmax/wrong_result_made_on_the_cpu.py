"""The result is written into a tensor that is made on the CPU, wherever x is.

fails: the_result_lives_where_x_lives
"""

import torch
from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    result = torch.zeros(x.shape, dtype=x.dtype)
    result.copy_(x.softmax(dim))
    return result
