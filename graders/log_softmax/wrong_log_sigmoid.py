"""Each value has a logarithm of its own, and the exponentials of a slice do not sum to 1. The values of a slice
compete.

fails: a_vector_becomes_log_probabilities
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return F.logsigmoid(x)
