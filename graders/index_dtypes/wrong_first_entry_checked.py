"""A fraction is found only if it comes first. Every entry has to be whole.

fails: fractions_are_refused
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() != 1:
        raise ValueError("index must have one dimension")
    whole = len(given) == 0 or bool(given[0].long() == given[0])
    if given.dtype == torch.bool or given.is_complex() or not whole:
        raise TypeError("index must hold whole numbers")
    return points[:, given.long()]
