"""No gradient reaches x: the result does not depend on it for autograd.

fails: the_gradient_reaches_every_value
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x.detach().log_softmax(dim)
