"""There is no bias among the parameters.

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
        self.weight = nn.Parameter(mean.new_zeros(out_features, mean.numel()))

    def forward(self, x: Tensor) -> Tensor:
        projected = F.linear(x - self.mean, self.weight)
        return F.dropout(projected, self.p, self.training)
