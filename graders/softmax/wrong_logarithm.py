"""These are the logarithms of the shares.

fails: a_vector_becomes_shares_of_one
"""

import torch
from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    return x - torch.logsumexp(x, dim, keepdim=True)
