"""The tensor of the caller is repaired too: assigning to a part of x writes into it.

fails: the_input_is_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    x[~positive] = 1.0
    return torch.where(positive, x.log(), fill)
