"""0.5 is taken for position 0, and True for position 1: the cast to int64 accepts anything. What is no index has
to be refused before it.

fails: fractions_are_refused
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    given = torch.as_tensor(index)
    if given.dim() != 1:
        raise ValueError("index must have one dimension")
    if given.is_floating_point():
        given = given.nan_to_num()
    return points[:, given.long()]
