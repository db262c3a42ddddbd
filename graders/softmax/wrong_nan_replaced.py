"""Where the exponential overflows, the result is repaired to another number. The largest value loses its share of
nearly 1.

fails: large_values_do_not_overflow
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = x.exp()
    return (weights / weights.sum(dim, keepdim=True)).nan_to_num(0.0)
