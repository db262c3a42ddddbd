"""The weight and the bias are buffers: they are saved and they move, but parameters() does not list them, so
nothing trains them.

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
        self.register_buffer("weight", mean.new_zeros(out_features, mean.numel()))
        self.register_buffer("bias", mean.new_zeros(out_features))

    def forward(self, x: Tensor) -> Tensor:
        projected = F.linear(x - self.mean, self.weight, self.bias)
        return F.dropout(projected, self.p, self.training)
