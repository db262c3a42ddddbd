"""Where fill should stand there is the logarithm of a small constant: x is clamped from below.

fails: everything_else_is_fill
"""

from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return x.clamp(min=1e-8).log()
