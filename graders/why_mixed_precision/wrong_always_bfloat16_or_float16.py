"""Only the two half precisions are told apart; any other dtype is taken for float16.

fails: every_dtype_has_borders_of_its_own
"""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    y = x.bfloat16() if dtype == torch.bfloat16 else x.half()
    overflow = x.isfinite() & ~y.isfinite()
    underflow = (x != 0) & (y == 0)
    rounded = (x != y) & y.isfinite() & (y != 0)
    return {"overflow": int(overflow.sum()), "underflow": int(underflow.sum()), "rounded": int(rounded.sum())}
