"""A tensor without dimensions is a single number, and a loop over its entries fails.

fails: any_shape_and_layout_will_do
"""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    counts = {"overflow": 0, "underflow": 0, "rounded": 0}
    for part in x:
        if part.dim():
            for name, count in diagnose_cast(part, dtype).items():
                counts[name] += count
            continue
        y = part.to(dtype)
        counts["overflow"] += int(part.isfinite() & ~y.isfinite())
        counts["underflow"] += int((part != 0) & (y == 0))
        counts["rounded"] += int((part != y) & y.isfinite() & (y != 0))
    return counts
