"""Everything below the smallest normal number counts as lost. The subnormal numbers go on below it.

fails: the_lower_border_lies_halfway
"""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    y = x.to(dtype)
    overflow = x.isfinite() & ~y.isfinite()
    underflow = (x != 0) & (x.abs() < torch.finfo(dtype).tiny)
    rounded = (x != y) & y.isfinite() & ~underflow
    return {"overflow": int(overflow.sum()), "underflow": int(underflow.sum()), "rounded": int(rounded.sum())}
