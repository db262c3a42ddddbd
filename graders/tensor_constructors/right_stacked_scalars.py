"""Scalars of one dtype, stacked."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), torch.float32, torch.int64)


def column(numbers, dtype=None) -> Tensor:
    if dtype is None:
        kinds = [torch.tensor(number).dtype for number in numbers] or [torch.get_default_dtype()]
        for kind in kinds:
            dtype = kind if dtype is None else torch.promote_types(dtype, kind)
    scalars = [torch.tensor([number], dtype=dtype) for number in numbers]
    return torch.stack(scalars) if scalars else torch.zeros((0, 1), dtype=dtype)
