"""The weight has the shape (in_features, out_features). PyTorch keeps one row for each output, and transposes in
the product.

fails: the_parameters_fit_the_mean
"""

import torch.nn.functional as F
from torch import Tensor, nn

PREDICT_1 = [0.0, 0.0, 0.0]


class Projection(nn.Module):
    def __init__(self, mean: Tensor, out_features: int, p: float = 0.5) -> None:
        super().__init__()
        self.p = p
        self.register_buffer("mean", mean)
        self.weight = nn.Parameter(mean.new_zeros(mean.numel(), out_features))
        self.bias = nn.Parameter(mean.new_zeros(out_features))

    def forward(self, x: Tensor) -> Tensor:
        projected = F.linear(x - self.mean, self.weight.t(), self.bias)
        return F.dropout(projected, self.p, self.training)
