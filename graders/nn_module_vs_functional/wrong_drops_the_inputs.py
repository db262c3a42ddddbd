"""In training mode it is inputs that are dropped, before the projection. So an output is a sum with some terms
missing, and seldom 0.

fails: the_mode_is_that_of_the_network
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
        kept = F.dropout(x - self.mean, self.p, self.training)
        return F.linear(kept, self.weight, self.bias)
