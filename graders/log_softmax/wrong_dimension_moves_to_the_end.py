"""The values are right, but the dimension that is normalized has become the last one; nobody moved it back.

fails: every_slice_along_dim_is_a_distribution
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.movedim(dim, -1).log_softmax(-1)
