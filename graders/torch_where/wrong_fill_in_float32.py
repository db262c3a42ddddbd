"""With x in half precision the result is float32: fill became a float32 tensor, and where promotes both sides to
the wider dtype. A plain number does not promote.

fails: the_dtype_of_x_is_kept
"""

import torch
from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    fills = torch.full(x.shape, fill, device=x.device)
    return torch.where(positive, torch.where(positive, x, 1.0).log(), fills)
