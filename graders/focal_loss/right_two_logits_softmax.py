"""Gives class 0 a logit of 0 and works with the log-softmax over both classes, in a view that is not contiguous."""

import torch
from torch import nn

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


class FocalLoss(nn.Module):
    def __init__(self, gamma=1.5, alpha=0.25, reduction="mean"):
        super().__init__()
        if reduction not in ["none", "mean", "sum"]:
            raise ValueError("Unknown reduction: " + str(reduction))
        self.softmax = nn.LogSoftmax(dim=0)
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, pred, true):
        if pred.size() != true.size():
            raise ValueError("Sizes differ: " + str(pred.size()) + " and " + str(true.size()))
        logits = pred.transpose(0, -1).contiguous()
        positive = true.to(pred.dtype).transpose(0, -1)
        belief = torch.stack([positive, 1 - positive])
        log_p = self.softmax(torch.stack([logits, torch.zeros_like(logits)]))
        p_of_the_other = log_p.flip(0).exp()
        weights = positive * self.alpha + (1 - positive) * (1 - self.alpha)
        loss = -weights * (belief * p_of_the_other).sum(0).pow(self.gamma) * (belief * log_p).sum(0)
        loss = loss.transpose(0, -1)
        if self.reduction == "none":
            return loss
        return loss.sum() if self.reduction == "sum" else loss.mean()
