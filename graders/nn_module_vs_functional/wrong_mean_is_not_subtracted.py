"""The inputs are projected as they come; the mean is never subtracted.

fails: in_eval_mode_nothing_is_dropped
"""

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
        projected = F.linear(x, self.weight, self.bias)
        return F.dropout(projected, self.p, self.training)
