"""Float64 values lose digits: the shares are computed in float32.

fails: a_vector_becomes_shares_of_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    narrow = x.float()
    return narrow.softmax(dim).to(x.dtype)
