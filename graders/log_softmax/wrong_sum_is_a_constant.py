"""The gradient of each value is that of its own result alone: the logarithm of the sum is a constant for autograd,
although every value of the slice is in it.

fails: the_gradient_reaches_every_value
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.logsumexp(dim, keepdim=True).detach()
