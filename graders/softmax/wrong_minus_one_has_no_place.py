"""With dim -1 the tensor cannot be divided into slices and an error is raised. The dimension after -1 would be number
0, the first one again.

fails: dim_counts_from_either_end
"""

import math

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    blocks = x.reshape(math.prod(x.shape[:dim]), x.shape[dim], math.prod(x.shape[dim + 1 :]))
    weights = (blocks - blocks.amax(1, keepdim=True)).exp()
    return (weights / weights.sum(1, keepdim=True)).reshape(x.shape)
