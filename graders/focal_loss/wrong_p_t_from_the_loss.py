"""p_t has the value of exp(-cross entropy). For a target of exactly 0 or 1 that is the right number;
for 0.3 it is not.

fails: soft_targets_blend_both_classes
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
        true = true.to(pred.dtype)
        cross_entropy = F.binary_cross_entropy_with_logits(pred, true, reduction="none")
        p_t = torch.exp(-cross_entropy)
        alpha_t = true * self.alpha + (1 - true) * (1 - self.alpha)
        loss = alpha_t * (1 - p_t) ** self.gamma * cross_entropy
        if self.reduction == "mean":
            return loss.mean()
        return loss.sum() if self.reduction == "sum" else loss
