"""Each vector is brought to values around 1 first, and then its squares are added up in the dtype of x.
Enough of them overflow, or stop to count.

fails: a_vector_may_be_very_long
"""

import torch
from torch import Tensor

PREDICT_1 = ([11.9, 0.0], float("nan"))
PREDICT_2 = (float("inf"), 1.0, 70000.0)
PREDICT_3 = "AttributeError"


def safe_l2_normalize(x: Tensor, dim: int = -1, eps: float = 1e-8) -> Tensor:
    wide = x if x.dtype == torch.float64 else x.float()
    largest = wide.detach().abs().amax(dim, keepdim=True).clamp(min=1e-30)
    share = (wide / largest).to(x.dtype)
    length = share.square().sum(dim, keepdim=True).sqrt().to(wide.dtype) * largest
    return (wide / length.clamp(min=eps)).to(x.dtype)
