"""The values that are kept stay as they are in training mode. They are divided by 1 - p, so that the expected
output is the same in both modes.

fails: what_is_kept_is_scaled_up
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

PREDICT_1 = [0.0, 0.0, 0.0]


class Projection(nn.Module):
    def __init__(self, mean: Tensor, out_features: int, p: float = 0.5) -> None:
        super().__init__()
        self.p = p
        self.register_buffer("mean", mean)
        self.weight = nn.Parameter(mean.new_zeros(out_features, mean.numel()))
        self.bias = nn.Parameter(mean.new_zeros(out_features))

    def forward(self, x: Tensor) -> Tensor:
        projected = F.linear(x - self.mean, self.weight, self.bias)
        return projected * (torch.rand_like(projected) >= self.p) if self.training else projected
