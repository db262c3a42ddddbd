"""A tensor that is not contiguous, such as a transposed one, cannot always be viewed in another shape.
Nothing in this loss depends on the layout in memory.

fails: every_element_has_its_own_loss
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
        cross_entropy = F.binary_cross_entropy_with_logits(pred.view(-1), true.view(-1), reduction="none")
        cross_entropy = cross_entropy.view(pred.shape)
        one_minus_p_t = true * torch.sigmoid(-pred) + (1 - true) * torch.sigmoid(pred)
        alpha_t = true * self.alpha + (1 - true) * (1 - self.alpha)
        loss = alpha_t * one_minus_p_t**self.gamma * cross_entropy
        if self.reduction == "mean":
            return loss.mean()
        return loss.sum() if self.reduction == "sum" else loss
