"""The smallest value of a slice is moved to 0, so the largest one is still large, and its exponential overflows.

fails: large_values_do_not_overflow
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x - x.amin(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
