"""With x in half precision the result is float32: x is cast before the logarithm, and nothing casts back.

fails: the_dtype_of_x_is_kept
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    if x.dtype in (torch.float16, torch.bfloat16):
        x = x.float()
    positive = x > 0
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fill)
