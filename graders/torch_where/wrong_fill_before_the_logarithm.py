"""fill is put into x, and then its logarithm is taken. It belongs in the result as it is.

fails: everything_else_is_fill
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return torch.where(x > 0, x, fill).log()
