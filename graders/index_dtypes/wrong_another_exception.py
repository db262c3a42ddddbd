"""An entry out of range raises ValueError. Square brackets raise IndexError, and so does every sequence in Python.

fails: entries_out_of_range_are_refused
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
    n = points.shape[1]
    if ((columns < -n) | (columns >= n)).any():
        raise ValueError("an entry is out of range")
    return points[:, columns]
