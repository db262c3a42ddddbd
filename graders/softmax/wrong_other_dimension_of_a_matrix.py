"""In a matrix the columns sum to 1 where the rows should, and the rows where the columns should: dim names the
dimension that the sum runs along.

fails: every_slice_along_dim_sums_to_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    other = dim if x.dim() == 1 else 1 - dim % x.dim()
    weights = (x - x.amax(other, keepdim=True)).exp()
    return weights / weights.sum(other, keepdim=True)
