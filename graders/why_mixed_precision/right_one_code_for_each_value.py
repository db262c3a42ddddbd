"""Gives each value a code and counts the codes."""

import math

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    with torch.no_grad():
        y = x.type(dtype)
        code = torch.zeros_like(x, dtype=torch.int64)
        code = torch.where(x.ne(y), 3, code)
        code = torch.where(y.eq(0) & x.ne(0), 2, code)
        code = torch.where(y.abs().eq(math.inf), 1, code)
        code = torch.where(x.isnan() | x.isinf(), 0, code)
        counts = torch.bincount(code.flatten(), minlength=4).tolist()
    print(counts)
    return {"overflow": counts[1], "underflow": counts[2], "rounded": counts[3]}
