"""Every floating index is refused. Numbers such as 3.0 are whole, and name a point.

fails: whole_floating_numbers_are_indices
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
    if given.is_floating_point() and len(given):
        raise TypeError("index must hold integers")
    return points[:, columns]
