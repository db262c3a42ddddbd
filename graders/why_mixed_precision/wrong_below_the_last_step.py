"""Everything below the smallest subnormal number counts as lost. The cast rounds, and from half a step on it rounds
up.

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
    info = torch.finfo(dtype)
    underflow = (x != 0) & (x.abs() < info.tiny * info.eps)
    rounded = (x != y) & y.isfinite() & ~underflow
    return {"overflow": int(overflow.sum()), "underflow": int(underflow.sum()), "rounded": int(rounded.sum())}
