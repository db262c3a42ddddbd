"""Integer dtypes other than int64 are refused. They all hold whole numbers, and can be cast.

fails: every_integer_dtype_is_an_index
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() != 1:
        raise ValueError("index must have one dimension")
    columns = given.long()
    if given.dtype == torch.bool or given.is_complex() or not torch.equal(columns.to(given.dtype), given):
        raise TypeError("index must hold whole numbers")
    if isinstance(index, Tensor) and not given.is_floating_point() and given.dtype != torch.int64:
        raise TypeError("index must be int64")
    return points[:, columns]
