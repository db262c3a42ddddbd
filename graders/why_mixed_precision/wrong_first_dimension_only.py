"""Only the first dimension is counted: how many rows have such a value, instead of how many values.

fails: any_shape_and_layout_will_do
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
    rounded = (x != y) & y.isfinite() & (y != 0)

    counts = [
        sum(bool(row.any()) for row in mask) if mask.dim() else int(mask) for mask in (overflow, underflow, rounded)
    ]
    return dict(zip(("overflow", "underflow", "rounded"), counts))
