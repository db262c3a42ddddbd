"""These are the shares; their logarithm is asked for.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.softmax(dim)
