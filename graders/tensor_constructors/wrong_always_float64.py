"""Fractions come out as float64, the dtype of a float of Python. PyTorch infers its own default float dtype.

fails: one_number_in_each_row
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    result = torch.tensor(numbers, dtype=dtype).reshape(-1, 1)
    return result.double() if dtype is None and result.is_floating_point() else result
