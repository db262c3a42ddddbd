"""The ready-made operator of torchvision, inside the module.

requires: torchvision
stretch: no
"""

from torch import Tensor, nn
from torchvision.ops import sigmoid_focal_loss

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


class FocalLoss(nn.Module):
    def __init__(self, gamma: float = 1.5, alpha: float = 0.25, reduction: str = "mean") -> None:
        super().__init__()
        if reduction not in {"mean", "sum", "none"}:
            raise ValueError(f"unknown reduction {reduction!r}")
        self.settings = {"gamma": gamma, "alpha": alpha, "reduction": reduction}

    def forward(self, pred: Tensor, true: Tensor) -> Tensor:
        return sigmoid_focal_loss(pred, true.to(pred), **self.settings)
