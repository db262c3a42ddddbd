"""The numbers pass through float32 before they get their dtype. What its 24 bits cannot hold is gone by then.

fails: no_digit_is_lost_on_the_way
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    found = torch.tensor(numbers).dtype
    return torch.Tensor(list(numbers)).to(dtype or found).reshape(len(numbers), 1)
