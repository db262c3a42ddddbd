"""Data that is nested already."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype: torch.dtype | None = None) -> Tensor:
    rows = [[number] for number in numbers]
    return torch.tensor(rows, dtype=dtype) if rows else torch.empty(0, 1, dtype=dtype)
