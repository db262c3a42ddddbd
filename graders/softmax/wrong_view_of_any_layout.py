"""A tensor that does not lie in one piece in memory raises an error: it cannot be viewed in another shape.

fails: any_layout_and_any_size_will_do
"""

import math

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    before = math.prod(x.shape[: dim % x.dim()])
    blocks = x.view(before, x.shape[dim], math.prod(x.shape[dim % x.dim() + 1 :]))
    weights = (blocks - blocks.amax(1, keepdim=True)).exp()
    return (weights / weights.sum(1, keepdim=True)).view(x.shape)
