"""The result is written into a tensor that is made on the CPU, wherever x is. It has to be made on the device of
x.

fails: the_result_lives_where_x_lives
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    result = torch.full(x.shape, fill, dtype=x.dtype)
    result[positive] = x[positive].log()
    return result
