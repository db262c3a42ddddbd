"""inf and nan are replaced in x itself, so the caller's tensor is another one afterwards.

fails: x_is_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    x = x.detach().nan_to_num_(nan=0.0, posinf=0.0, neginf=0.0)
    y = x.to(dtype)
    overflow = x.isfinite() & ~y.isfinite()
    underflow = (x != 0) & (y == 0)
    rounded = (x != y) & y.isfinite() & (y != 0)
    return {"overflow": int(overflow.sum()), "underflow": int(underflow.sum()), "rounded": int(rounded.sum())}
