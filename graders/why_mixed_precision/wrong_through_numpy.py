"""A tensor that requires grad has no NumPy array without detach().

fails: x_may_require_grad
"""

import math

import torch
from torch import Tensor

PREDICT_1 = ["65504", "inf", "0", "2048", "0.33325"]
PREDICT_2 = ["65536", "70144", "1e-08", "256"]
PREDICT_3 = ["1.0000", "1.0010"]


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:

    before = x.double().numpy().ravel().tolist()
    after = x.to(dtype).double().detach().numpy().ravel().tolist()
    pairs = [(b, a) for b, a in zip(before, after) if math.isfinite(b)]
    return {
        "overflow": sum(math.isinf(a) for _, a in pairs),
        "underflow": sum(a == 0 and b != 0 for b, a in pairs),
        "rounded": sum(a != b and a != 0 and math.isfinite(a) for b, a in pairs),
    }
