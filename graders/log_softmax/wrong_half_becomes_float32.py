"""With x in half precision the result is float32: x is cast before the exponential, and nothing casts back.

fails: the_dtype_of_x_is_kept
"""

import torch
from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    wide = x.float() if x.dtype in (torch.float16, torch.bfloat16) else x
    return wide.log_softmax(dim)
