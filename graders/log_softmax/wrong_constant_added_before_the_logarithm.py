"""Every value is a little too large, and none can fall below the logarithm of the constant that is added to the
shares. It hides a share of 0 without repairing it.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return (x.softmax(dim) + 1e-8).log()
