"""Several values raise an error, because an `if` wants one yes or no. Each element needs a choice of its own.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return x.log() if x > 0 else torch.full_like(x, fill)
