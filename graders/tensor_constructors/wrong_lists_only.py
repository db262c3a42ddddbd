"""A sequence that is not a list is wrapped as if it were a single number. Tuples and ranges are sequences too.

fails: any_sequence_will_do
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    if not isinstance(numbers, list):
        numbers = [numbers[0]]
    return torch.tensor(numbers, dtype=dtype).reshape(len(numbers), 1)
