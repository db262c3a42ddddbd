"""Tiny shares have the logarithm of the smallest number of the dtype: an infinite result is replaced, not avoided.

fails: tiny_shares_keep_their_logarithm
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.softmax(dim).log().nan_to_num()
