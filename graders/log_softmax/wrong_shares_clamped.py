"""All tiny shares have the same logarithm: they are cut off at a smallest value first.

fails: tiny_shares_keep_their_logarithm
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.softmax(dim).clamp(min=1e-12).log()
