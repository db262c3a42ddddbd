"""At large values the result is -inf, because the sum of the exponentials is infinite; far below 0 it is inf, because
that sum is 0.

fails: large_values_do_not_overflow
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.exp().sum(dim, keepdim=True).log()
