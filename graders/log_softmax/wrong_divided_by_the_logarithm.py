"""The values are divided by the logarithm of the sum. The logarithm of a quotient is a difference.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x / x.logsumexp(dim, keepdim=True)
