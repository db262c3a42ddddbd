"""The logarithms are those of base 2; the natural logarithm undoes the exponential.

fails: a_vector_becomes_log_probabilities
"""

import torch
from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return torch.log2(x.softmax(dim))
