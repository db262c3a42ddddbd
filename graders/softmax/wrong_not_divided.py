"""The exponentials are not divided by anything, so they do not sum to 1.

fails: a_vector_becomes_shares_of_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    return x.exp()
