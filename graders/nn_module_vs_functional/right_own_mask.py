"""Draws the mask itself and multiplies by hand, without any function of torch.nn.functional."""

import torch
from torch import Tensor
from torch.nn import Module
from torch.nn.parameter import Parameter

PREDICT_1 = [0.0, 0.0, 0.0]


class Projection(Module):
    mean: Tensor

    def __init__(self, mean: Tensor, out_features: int, p: float = 0.5) -> None:
        super().__init__()
        (in_features,) = mean.shape
        like = {"dtype": mean.dtype, "device": mean.device}
        self.register_parameter("weight", Parameter(torch.randn(out_features, in_features, **like)))
        self.register_parameter("bias", Parameter(torch.zeros(out_features, **like)))
        self.register_buffer("mean", mean)
        self.keep = 1.0 - p

    def forward(self, x: Tensor) -> Tensor:
        out = (x - self.mean) @ self.weight.mT + self.bias
        if not self.training or self.keep == 1:
            return out
        if self.keep == 0:
            return out * 0
        kept = torch.rand(out.shape, device=out.device) < self.keep
        return torch.where(kept, out / self.keep, 0)
