"""A helper class holds the signed logit, positive where the example is easy; logaddexp gives the cross entropy.

stretch: no
"""

import torch as T

PREDICT_1 = [0.25, 0.01]
PREDICT_2 = ("mean", "none", "none")


class Margin:
    def __init__(self, logits, is_positive):
        sign = is_positive.to(logits.dtype).mul(2).sub(1)
        self.value = logits.mul(sign)

    def entropy(self):
        return T.logaddexp(T.zeros_like(self.value), -self.value)

    def focus(self, gamma):
        return T.sigmoid(-self.value).pow(gamma)


class FocalLoss(T.nn.Module):
    def __init__(self, gamma=1.5, alpha=0.25, reduction="mean"):
        T.nn.Module.__init__(self)
        if reduction not in dict.fromkeys(("mean", "sum", "none")):
            raise ValueError(reduction)
        self.__dict__.update(gamma=gamma, alpha=alpha, reduction=reduction)

    def forward(self, pred, true):
        if list(pred.shape) != list(true.shape):
            raise ValueError([pred.shape, true.shape])
        labels = true.bool()
        margin = Margin(logits=pred, is_positive=labels)
        weight = T.full(pred.size(), self.alpha, dtype=pred.dtype, device=pred.device)
        weight = weight.masked_fill(~labels, 1 - self.alpha)
        loss = weight * margin.focus(self.gamma) * margin.entropy()
        return {"mean": loss.mean, "sum": loss.sum, "none": loss.clone}[self.reduction]()
