"""The results are positive. The logarithm of a probability is at most 0.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.logsumexp(dim, keepdim=True) - x
