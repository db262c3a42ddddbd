"""Float64 values lose digits: the result is computed in float32.

fails: a_vector_becomes_log_probabilities
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.float().log_softmax(dim).to(x.dtype)
