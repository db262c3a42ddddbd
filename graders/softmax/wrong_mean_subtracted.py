"""The mean of a slice is moved to 0. A value far above the mean still overflows.

fails: large_values_do_not_overflow
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x - x.mean(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
