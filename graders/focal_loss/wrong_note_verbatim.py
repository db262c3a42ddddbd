"""Targets of another dtype either stop the cross entropy or decide the dtype of the loss.
Labels usually arrive as integers or booleans; they have to become numbers like the logits first.

fails: targets_may_have_any_dtype
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


class FocalLoss(nn.Module):
    def __init__(self, gamma: float = 1.5, alpha: float = 0.25, reduction: str = "mean") -> None:
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f'reduction is {reduction!r}; it must be "mean", "sum" or "none"')
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, pred: Tensor, true: Tensor) -> Tensor:
        if pred.shape != true.shape:
            raise ValueError(f"pred has shape {tuple(pred.shape)} but true has shape {tuple(true.shape)}")
        loss = F.binary_cross_entropy_with_logits(pred, true, reduction="none")
        pred_prob = torch.sigmoid(pred)
        p_t = true * pred_prob + (1 - true) * (1 - pred_prob)
        alpha_factor = true * self.alpha + (1 - true) * (1 - self.alpha)
        modulating_factor = (1.0 - p_t) ** self.gamma
        loss *= alpha_factor * modulating_factor
        if self.reduction == "mean":
            return loss.mean()
        return loss.sum() if self.reduction == "sum" else loss
