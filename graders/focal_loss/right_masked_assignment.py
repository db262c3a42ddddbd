"""Fills the loss of positives and negatives through masks, step by step, and prints the shapes on the way.

stretch: no
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


class FocalLoss(nn.Module):
    def __init__(self, gamma=1.5, alpha=0.25, reduction="mean"):
        super().__init__()
        print("gamma", gamma, "alpha", alpha, "reduction", reduction)
        if reduction == "mean":
            pass
        elif reduction == "sum":
            pass
        elif reduction == "none":
            pass
        else:
            raise ValueError("wrong reduction")
        self.gamma = gamma
        self.alpha = alpha
        self.reduction = reduction

    def forward(self, pred, true):
        print("pred", pred.shape, "true", true.shape)
        if pred.shape != true.shape:
            raise ValueError("wrong shape")
        positive = true == 1
        negative = true == 0

        loss = torch.zeros_like(pred)
        x = pred[positive]
        loss[positive] = self.alpha * torch.sigmoid(-x) ** self.gamma * -F.logsigmoid(x)
        x = pred[negative]
        loss[negative] = (1 - self.alpha) * torch.sigmoid(x) ** self.gamma * -F.logsigmoid(-x)

        print("loss", loss)
        if self.reduction == "mean":
            loss = loss.sum() / loss.numel()
        if self.reduction == "sum":
            loss = loss.sum()
        return loss
