"""PyTorch's own layer."""

from torch import Tensor, nn

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    return nn.LogSoftmax(dim)(x)
