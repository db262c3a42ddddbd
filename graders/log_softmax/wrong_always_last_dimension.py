"""The last dimension is normalized, whichever one is named.

fails: every_slice_along_dim_is_a_distribution
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.log_softmax(-1)
