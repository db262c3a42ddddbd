"""The weight and the bias are plain tensors: the module has no parameters, and an optimizer would have nothing to
train.

fails: it_keeps_two_parameters_and_a_buffer
"""

import torch.nn.functional as F
from torch import Tensor, nn

PREDICT_1 = [0.0, 0.0, 0.0]


class Projection(nn.Module):
    def __init__(self, mean: Tensor, out_features: int, p: float = 0.5) -> None:
        super().__init__()
        self.p = p
        self.register_buffer("mean", mean)
        self.weight = mean.new_zeros(out_features, mean.numel(), requires_grad=True)
        self.bias = mean.new_zeros(out_features, requires_grad=True)

    def forward(self, x: Tensor) -> Tensor:
        projected = F.linear(x - self.mean, self.weight, self.bias)
        return F.dropout(projected, self.p, self.training)
