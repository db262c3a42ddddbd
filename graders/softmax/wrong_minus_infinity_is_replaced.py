"""A value of -inf gets a share of its own, because it is replaced by a number first. Its exponential is exactly 0 and
needs no help.

fails: minus_infinity_gets_nothing
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    finite = x.nan_to_num(neginf=0.0)
    weights = (finite - finite.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
