"""All numbers stand in one row. In a shape the number of rows comes first, so a column is (N, 1).

fails: one_number_in_each_row
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    return torch.tensor(numbers, dtype=dtype).reshape(1, len(numbers))
