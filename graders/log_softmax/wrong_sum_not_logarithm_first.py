"""The logarithm of each exponential is taken, and then they are added. The logarithm of a sum is not the sum of the
logarithms.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.sum(dim, keepdim=True)
