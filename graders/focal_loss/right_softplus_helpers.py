"""Small functions without annotations; softplus carries both halves of the cross entropy."""

from torch import nn
from torch.nn import functional as F

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


def blend(weight, at_one, at_zero):
    return at_zero + weight * (at_one - at_zero)


def cross_entropy(logits, targets):
    return blend(targets, F.softplus(-logits), F.softplus(logits))


def probability_of_the_other_class(logits, targets):
    return targets * logits.neg().sigmoid() + (1 - targets) * logits.sigmoid()


class FocalLoss(nn.Module):
    REDUCTIONS = ("none", "sum", "mean")

    def __init__(self, gamma=1.5, alpha=0.25, reduction="mean"):
        super().__init__()
        self.gamma, self.alpha, self.how = gamma, alpha, self.REDUCTIONS.index(reduction)

    def forward(self, pred, true):
        if tuple(pred.size()) != tuple(true.size()):
            raise ValueError(f"{pred.size()} is not {true.size()}")
        targets = true.type_as(pred)
        focus = probability_of_the_other_class(pred, targets).pow(self.gamma)
        loss = blend(targets, self.alpha, 1 - self.alpha) * focus * cross_entropy(pred, targets)
        if self.how == 0:
            return loss
        total = loss.sum()
        return total if self.how == 1 else total / loss.numel()
