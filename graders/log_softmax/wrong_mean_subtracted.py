"""The mean of each slice is 0. What has to be subtracted is the logarithm of the sum of the exponentials.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.mean(dim, keepdim=True)
