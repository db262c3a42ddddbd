"""0.5 is taken for position 0, and True for position 1: the cast to int64 accepts anything, and then nothing shows what
the index was. What is no index has to be refused before the cast.

fails: fractions_are_refused
"""

import torch
from torch import Tensor

PREDICT_1 = ["IndexError: too many indices", (2,), "IndexError: tensors used as"]


def take_points(points: Tensor, index: object) -> Tensor:
    return points[:, torch.as_tensor(index).long()]
