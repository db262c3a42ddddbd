"""Along the last dimension of a matrix the shapes do not fit, or slices are divided by the sum of other slices. A sum
lines up with its own slice only if its dimension stays, with size 1.

fails: every_slice_along_dim_sums_to_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim)
