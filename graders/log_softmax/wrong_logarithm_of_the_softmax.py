"""A small share has been rounded to 0 before its logarithm is taken, and the logarithm of 0 is -inf. The share itself
is never needed.

fails: tiny_shares_keep_their_logarithm
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.softmax(dim).log()
