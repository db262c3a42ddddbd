"""Elements are missing: a mask used as an index keeps only what is True. Every element of x has a place in the
result.

fails: everything_else_is_fill
"""

from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return x[x > 0].log()
