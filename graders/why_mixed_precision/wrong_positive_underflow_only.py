"""Only values above 0 are seen to vanish. A small negative one becomes 0 as well.

fails: too_small_is_an_underflow
"""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    y = x.to(dtype)
    overflow = x.isfinite() & ~y.isfinite()
    underflow = (x > 0) & (y == 0)
    rounded = (x != y) & y.isfinite() & (y != 0)
    return {"overflow": int(overflow.sum()), "underflow": int(underflow.sum()), "rounded": int(rounded.sum())}
