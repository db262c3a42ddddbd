"""The dtype that was asked for makes no difference: the column has the one inferred from the numbers.

fails: a_given_dtype_is_kept
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    return torch.tensor(numbers).reshape(len(numbers), 1)
