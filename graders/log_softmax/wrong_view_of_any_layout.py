"""A tensor that does not lie in one piece in memory raises an error: it cannot be viewed in another shape.

fails: any_layout_and_any_size_will_do
"""

import math

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    before = math.prod(x.shape[: dim % x.dim()])
    blocks = x.view(before, x.shape[dim], math.prod(x.shape[dim % x.dim() + 1 :]))
    return (blocks - blocks.logsumexp(1, keepdim=True)).view(x.shape)
