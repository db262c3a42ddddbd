"""The smallest value has the largest share: the sign of the exponent is turned.

fails: a_vector_becomes_shares_of_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x.amin(dim, keepdim=True) - x).exp()
    return weights / weights.sum(dim, keepdim=True)
