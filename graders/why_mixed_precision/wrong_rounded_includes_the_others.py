"""A value that overflows or vanishes has changed too, but it is counted already. Rounded is what is left.

fails: between_them_is_rounding
"""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    y = x.to(dtype)
    overflow = x.isfinite() & ~y.isfinite()
    underflow = (x != 0) & (y == 0)
    rounded = x.isfinite() & (x != y)
    return {"overflow": int(overflow.sum()), "underflow": int(underflow.sum()), "rounded": int(rounded.sum())}
