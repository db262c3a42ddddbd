"""Casts there and back, and compares in the dtype of x."""

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    x = x.detach()
    there = x.to(dtype)
    back = there.to(x.dtype)
    was_finite = torch.isfinite(x)
    overflow = torch.count_nonzero(was_finite & ~torch.isfinite(there))
    underflow = torch.count_nonzero((x != 0) & (back == 0))
    changed = torch.count_nonzero(was_finite & (x != back))
    return {
        "rounded": (changed - overflow - underflow).item(),
        "overflow": overflow.item(),
        "underflow": underflow.item(),
    }
