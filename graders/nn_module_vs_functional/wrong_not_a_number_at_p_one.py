"""At p=1 the output is nan: all is multiplied by a 0 and divided by 1 - p, which is 0 as well.

fails: at_p_one_all_and_at_p_zero_nothing_is_dropped
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
        if not self.training:
            return projected
        return projected * (torch.rand_like(projected) >= self.p) / (1 - self.p)
