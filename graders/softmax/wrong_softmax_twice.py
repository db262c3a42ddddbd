"""The result is normalized twice. The second time the values are shares already, all between 0 and 1, so they come out
nearly equal.

fails: a_vector_becomes_shares_of_one
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    return x.softmax(dim).softmax(dim)
