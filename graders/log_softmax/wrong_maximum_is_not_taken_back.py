"""The sum is computed from shifted values, and subtracted from values that are not shifted. The two differ by the
largest value.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    shifted = x - x.amax(dim, keepdim=True)
    return x - shifted.exp().sum(dim, keepdim=True).log()
