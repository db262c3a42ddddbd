"""fill stands where x is positive, and the logarithm is asked for elsewhere: the second argument of where is taken
where the condition is True.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return torch.where(positive, fill, torch.where(positive, x, 1.0).log())
