"""The logarithm is taken of a sigmoid that has already been rounded to 0 or to 1, and the loss is inf or nan.
The logarithm of a sigmoid has a form of its own that starts from the logit.

fails: huge_logits_stay_finite
"""

import torch
from torch import Tensor

PREDICT_1 = 1.5
PREDICT_2 = [0.4963, 0.4963, 0.599]


def bce_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    pos_weight: Tensor | None = None,
    reduction: str = "mean",
) -> Tensor:
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f'reduction is {reduction!r}; it must be "mean", "sum" or "none"')
    if input.shape != target.shape:
        raise ValueError(f"input has shape {tuple(input.shape)} but target has shape {tuple(target.shape)}")
    positive = -target * torch.sigmoid(input).log()
    if pos_weight is not None:
        positive = positive * pos_weight
    loss = positive + (target - 1) * (1 - torch.sigmoid(input)).log()
    if weight is not None:
        loss = loss * weight
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss


def pos_weight_from_targets(targets: Tensor) -> Tensor:
    positives = targets.float().sum(dim=0)
    return (len(targets) - positives) / positives.clamp(min=1)
