"""The shares are powers of 2 divided by their sum; softmax uses powers of e.

fails: a_vector_becomes_shares_of_one
"""

import torch
from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = torch.exp2(x - x.amax(dim, keepdim=True))
    return weights / weights.sum(dim, keepdim=True)
