"""The parameters belong to a layer inside, so their names have the name of that layer and a dot in front.

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
        self.linear = nn.Linear(mean.numel(), out_features, dtype=mean.dtype, device=mean.device)

    def forward(self, x: Tensor) -> Tensor:
        projected = self.linear(x - self.mean)
        return F.dropout(projected, self.p, self.training)
