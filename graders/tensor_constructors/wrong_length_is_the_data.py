"""The column has the right shape and none of the numbers: only their count was used.

fails: one_number_in_each_row
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    return torch.zeros(len(numbers), 1, dtype=dtype)
