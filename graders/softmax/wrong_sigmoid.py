"""Each value is squeezed between 0 and 1 on its own, so the results do not sum to 1. Values of a slice compete.

fails: a_vector_becomes_shares_of_one
"""

import torch
from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    return torch.sigmoid(x)
