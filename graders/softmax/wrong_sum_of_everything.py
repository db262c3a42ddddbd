"""The whole tensor sums to 1, not every slice of it.

fails: every_slice_along_dim_sums_to_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum()
