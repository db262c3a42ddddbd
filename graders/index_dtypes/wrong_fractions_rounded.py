"""1.75 is taken for position 2. A number that is not whole is a mistake somewhere else, and rounding hides it.

fails: fractions_are_refused
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() != 1:
        raise ValueError("index must have one dimension")
    if given.dtype == torch.bool or given.is_complex():
        raise TypeError("index must hold whole numbers")
    if given.is_floating_point():
        given = given.nan_to_num().round()
    return points[:, given.long()]
