"""The smallest value of a slice is moved to 0, so the largest one is still large, and its exponential overflows.

fails: tiny_shares_keep_their_logarithm
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    shifted = x - x.amin(dim, keepdim=True)
    return shifted - shifted.exp().sum(dim, keepdim=True).log()
