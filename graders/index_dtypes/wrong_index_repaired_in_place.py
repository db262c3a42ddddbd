"""The negative entries of the index of the caller are overwritten. as_tensor and long return the same memory when
there is nothing to convert.

fails: the_inputs_are_left_alone
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
    columns[columns < 0] += points.shape[1]
    if (columns < 0).any():
        raise IndexError("an entry is out of range")
    return points[:, columns]
