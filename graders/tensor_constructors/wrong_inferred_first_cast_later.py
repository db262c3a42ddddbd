"""Fractions are rounded to float32 first and widened to the asked dtype afterwards. Digits that are gone do not come back.

fails: no_digit_is_lost_on_the_way
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    result = torch.tensor(numbers).reshape(len(numbers), 1)
    return result if dtype is None else result.to(dtype)
