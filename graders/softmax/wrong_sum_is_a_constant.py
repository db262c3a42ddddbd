"""The gradient of each value looks at its own share only: the sum is a constant for autograd, although every value of
the slice is in it.

fails: the_gradient_reaches_every_value
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True).detach()
