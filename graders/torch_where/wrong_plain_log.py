"""Where fill should stand there are -inf and NaN: the plain logarithm is taken everywhere.

fails: everything_else_is_fill
"""

from torch import Tensor

PREDICT_1 = ["nan", "0.25"]


def safe_log(x: Tensor, fill: float = 0.0) -> Tensor:
    return x.log()
