"""At large values the result is nan: the exponential overflows to infinity, and infinity divided by infinity is not a
number.

fails: large_values_do_not_overflow
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = x.exp()
    return weights / weights.sum(dim, keepdim=True)
