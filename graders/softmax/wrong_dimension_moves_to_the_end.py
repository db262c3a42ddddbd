"""The shares are right, but the dimension that is normalized has become the last one; nobody moved it back.

fails: every_slice_along_dim_sums_to_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    rows = x.movedim(dim, -1)
    return rows.softmax(-1)
