"""What a cast to half precision costs: overflow, underflow and rounding, counted.

Read the lesson `why_mixed_precision`, then complete the function and write down your predictions.
"""

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A list of five strings, such as "65519", "inf" or "0.1".
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A list of four strings, such as "65504" or "3e-05".
PREDICT_2 = ...

# What does the snippet "Predict 3" of the lesson evaluate to? A list of two strings, such as "1.2500".
PREDICT_3 = ...


def diagnose_cast(x: Tensor, dtype: torch.dtype) -> dict[str, int]:
    """Count what `x.to(dtype)` does to the values of x.

    x: any shape, memory layout and floating dtype; may be empty, may hold inf and nan, may require grad.
    dtype: a floating dtype such as torch.float16, torch.bfloat16 or torch.float32.
    Returns {"overflow": ..., "underflow": ..., "rounded": ...}, each an int:
    overflow counts finite values that become infinite or nan, underflow counts values other than 0 that become 0, and
    rounded counts finite values that become another finite value other than 0. Changes no input.
    See https://docs.pytorch.org/docs/stable/type_info.html
    """
    # TODO: cast once, and compare before with after.
    raise NotImplementedError
