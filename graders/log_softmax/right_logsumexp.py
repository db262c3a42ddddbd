"""The logarithm of the sum of the exponentials, by PyTorch."""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return x - x.logsumexp(dim, keepdim=True)
