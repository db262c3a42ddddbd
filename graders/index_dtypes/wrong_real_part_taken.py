"""The real part of a complex number is taken for a position. A complex number is no position.

fails: masks_and_complex_numbers_are_refused
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() != 1:
        raise ValueError("index must have one dimension")
    if given.is_complex():
        given = given.real
    columns = given.long()
    if given.dtype == torch.bool or not torch.equal(columns.to(given.dtype), given):
        raise TypeError("index must hold whole numbers")
    return points[:, columns]
