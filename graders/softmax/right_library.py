"""PyTorch's own layer."""

from torch import Tensor, nn

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    return nn.Softmax(dim)(x)
