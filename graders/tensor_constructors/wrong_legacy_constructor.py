"""Whole numbers and truth values come out as float32. A tensor that is made before anybody looks at the data has that dtype.

fails: the_dtype_is_inferred_from_the_numbers
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    result = torch.Tensor(list(numbers)).reshape(-1, 1)
    return result if dtype is None else torch.tensor(numbers, dtype=dtype).reshape(-1, 1)
