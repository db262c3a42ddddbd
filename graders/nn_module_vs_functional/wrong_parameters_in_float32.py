"""The parameters are float32 whatever the mean is. What is made without a dtype gets the default one.

fails: the_parameters_fit_the_mean
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
        self.weight = nn.Parameter(torch.zeros(out_features, mean.numel(), device=mean.device))
        self.bias = nn.Parameter(torch.zeros(out_features, device=mean.device))

    def forward(self, x: Tensor) -> Tensor:
        projected = F.linear(x - self.mean, self.weight, self.bias)
        return F.dropout(projected, self.p, self.training)
