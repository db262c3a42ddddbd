"""Holds a criterion of its own with reduction="none", and takes 1 - p_t from the loss itself.

stretch: no
"""

import torch
import torch.nn as nn

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


class FocalLoss(nn.Module):
    def __init__(self, gamma: float = 1.5, alpha: float = 0.25, reduction: str = "mean"):
        super().__init__()
        if not (reduction == "mean" or reduction == "sum" or reduction == "none"):
            raise ValueError("reduction: " + repr(reduction))
        self.criterion = nn.BCEWithLogitsLoss(reduction="none")
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, pred: torch.Tensor, true: torch.Tensor) -> torch.Tensor:
        labels = true.to(dtype=pred.dtype)
        loss = self.criterion(pred, labels)
        factor = (-torch.expm1(-loss)) ** self.gamma
        weight = torch.lerp(torch.full_like(pred, 1 - self.alpha), torch.full_like(pred, self.alpha), labels)
        loss = weight * factor * loss
        if self.reduction != "none":
            loss = torch.sum(loss) if self.reduction == "sum" else torch.mean(loss)
        return loss
