"""A dtype is honoured only where the numbers are fractions; whole numbers stay int64.

fails: a_given_dtype_is_kept
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    result = torch.tensor(numbers).reshape(len(numbers), 1)
    return result.to(dtype) if dtype and (result.is_floating_point() or not numbers) else result
