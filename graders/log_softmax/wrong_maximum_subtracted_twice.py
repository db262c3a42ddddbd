"""The largest value of each slice is subtracted twice: once by the shift, and again with the logarithm of the sum of
what was not shifted.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    shifted = x - x.amax(dim, keepdim=True)
    return shifted - x.logsumexp(dim, keepdim=True)
