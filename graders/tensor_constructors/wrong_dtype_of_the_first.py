"""The dtype is that of the first number, so a float behind a whole number loses its fraction.
Every number has a say in the dtype that is inferred.

fails: the_dtype_is_inferred_from_the_numbers
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    found = torch.tensor(numbers[0]).dtype if len(numbers) else torch.get_default_dtype()
    return torch.tensor(numbers, dtype=dtype or found).reshape(-1, 1)
