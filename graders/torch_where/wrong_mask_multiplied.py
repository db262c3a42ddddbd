"""The logarithm is multiplied by a mask of zeros and ones. 0 times infinity, and 0 times NaN, is NaN: choose, do
not multiply.

fails: everything_else_is_fill
"""

from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    positive = x > 0
    return x.log() * positive + (~positive).to(x.dtype) * fill
