"""Without numbers the result is (0,): the column axis exists only because some number brought it along.

fails: no_numbers_give_no_rows
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    return torch.tensor([[number] for number in numbers], dtype=dtype)
