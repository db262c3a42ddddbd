"""The largest absolute value is subtracted. When all values are far below 0 they go down once more, and every
exponential becomes 0.

fails: large_values_do_not_overflow
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x - x.abs().amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
