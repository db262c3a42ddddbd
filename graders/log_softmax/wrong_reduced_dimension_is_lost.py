"""Along the last dimension of a matrix the shapes do not fit, or a slice is normalized with the sum of another one. A
sum lines up with its own slice only if its dimension stays, with size 1.

fails: every_slice_along_dim_is_a_distribution
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.logsumexp(dim)
