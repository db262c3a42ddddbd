"""A plain loop over the elements, stacked at the end, with every public name of torch imported."""

from torch import *
from torch import Tensor, nn

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


class FocalLoss(nn.Module):
    def __init__(self, gamma: float = 1.5, alpha: float = 0.25, reduction: str = "mean") -> None:
        super().__init__()
        assert_known(reduction)
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, pred: Tensor, true: Tensor) -> Tensor:
        if pred.shape != true.shape:
            raise ValueError("the shapes differ")
        losses = [self.one(x, t) for x, t in zip(pred.reshape(-1), true.to(pred.dtype).reshape(-1), strict=True)]
        loss = stack(losses).reshape(pred.shape) if losses else pred * 0
        return loss if self.reduction == "none" else getattr(loss, self.reduction)()

    def one(self, x: Tensor, t: Tensor) -> Tensor:
        entropy = t * nn.functional.softplus(-x) + (1 - t) * nn.functional.softplus(x)
        weight = t * self.alpha + (1 - t) * (1 - self.alpha)
        return weight * (t * sigmoid(-x) + (1 - t) * sigmoid(x)) ** self.gamma * entropy


def assert_known(reduction: str) -> None:
    if reduction not in "mean sum none".split():
        raise ValueError(reduction)
