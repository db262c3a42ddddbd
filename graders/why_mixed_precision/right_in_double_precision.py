"""Brings both to float64 and takes the cases one after the other."""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    before = x.double().flatten()
    after = x.to(dtype).double().flatten()
    before, after = before[before.isfinite()], after[before.isfinite()]
    is_inf = after.isinf()
    is_gone = (after == 0) & (before != 0)
    other = ~is_inf & ~is_gone & (before != after)
    counts = [int(mask.count_nonzero()) for mask in (is_inf, is_gone, other)]
    return dict(zip(("overflow", "underflow", "rounded"), counts))
