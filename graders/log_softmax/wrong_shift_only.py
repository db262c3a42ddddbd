"""The largest value of each slice is 0: the values are shifted, but the logarithm of the sum is not subtracted.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.amax(dim, keepdim=True)
