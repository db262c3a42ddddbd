"""The values are divided by their own sum. Negative values then have negative shares; the exponential comes first.

fails: a_vector_becomes_shares_of_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    return x / x.sum(dim, keepdim=True)
