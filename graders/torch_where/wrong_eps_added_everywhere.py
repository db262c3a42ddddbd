"""A small number is added to x inside the logarithm. It changes every value a little and the small ones a lot, and a NaN
still reaches the logarithm.

fails: positive_values_have_their_logarithm
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return torch.where(x > 0, (x + 1e-8).log(), fill)
