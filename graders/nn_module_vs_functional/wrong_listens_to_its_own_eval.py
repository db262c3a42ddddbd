"""The mode changes with this module's own eval() only. A network that is put into eval mode sets the attribute
`training` of its parts; it does not call their eval().

fails: the_mode_is_that_of_the_network
"""

import torch.nn.functional as F
from torch import Tensor, nn

PREDICT_1 = [0.0, 0.0, 0.0]


class Projection(nn.Module):
    def __init__(self, mean: Tensor, out_features: int, p: float = 0.5) -> None:
        super().__init__()
        self.p = p
        self.dropping = True
        self.register_buffer("mean", mean)
        self.weight = nn.Parameter(mean.new_zeros(out_features, mean.numel()))
        self.bias = nn.Parameter(mean.new_zeros(out_features))

    def forward(self, x: Tensor) -> Tensor:
        projected = F.linear(x - self.mean, self.weight, self.bias)
        return F.dropout(projected, self.p, self.dropping)

    def eval(self) -> nn.Module:
        self.dropping = False
        return super().eval()
