"""Two branches of torch.where on log-sigmoids, for targets that are exactly 0 or 1.

stretch: no
"""

import torch
from torch import nn
from torch.nn.functional import logsigmoid

PREDICT_1 = (0.25, 0.01)
PREDICT_2 = ["mean", "none", "none"]


class FocalLoss(nn.Module):
    def __init__(self, gamma=1.5, alpha=0.25, reduction="mean"):
        nn.Module.__init__(self)
        self.gamma, self.alpha = gamma, alpha
        try:
            self.reduce = {"mean": torch.mean, "sum": torch.sum, "none": lambda loss: loss}[reduction]
        except KeyError:
            raise ValueError("reduction must be mean, sum or none") from None

    def forward(self, pred, true):
        if pred.shape != true.shape:
            raise ValueError("pred and true must have the same shape")
        log_p, log_q = logsigmoid(pred), logsigmoid(-pred)
        positive = -self.alpha * torch.exp(self.gamma * log_q) * log_p
        negative = -(1 - self.alpha) * torch.exp(self.gamma * log_p) * log_q
        return self.reduce(torch.where(true == 1, positive, negative))
