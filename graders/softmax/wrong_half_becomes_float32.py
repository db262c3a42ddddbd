"""With x in half precision the result is float32: x is cast before the exponential, and nothing casts back.

fails: the_dtype_of_x_is_kept
"""

import torch
from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    wide = x.float() if x.dtype in (torch.float16, torch.bfloat16) else x
    weights = (wide - wide.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
