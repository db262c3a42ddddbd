"""The exponentials of the whole tensor sum to 1, not those of every slice.

fails: every_slice_along_dim_is_a_distribution
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.flatten().logsumexp(0)
