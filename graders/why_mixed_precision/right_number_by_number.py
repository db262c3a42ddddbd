"""A loop over plain Python numbers."""

import math

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    counts = {"overflow": 0, "underflow": 0, "rounded": 0}
    for before, after in zip(x.flatten().tolist(), x.to(dtype).flatten().tolist()):
        if math.isinf(before) or math.isnan(before) or before == after:
            continue
        if math.isinf(after):
            counts["overflow"] += 1
        elif after == 0:
            counts["underflow"] += 1
        else:
            counts["rounded"] += 1
    return counts
