"""The call writes into the targets, and they belong to the caller.

fails: the_inputs_are_left_alone
"""

import torch.nn.functional as F
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
    positive = target * F.softplus(-input)
    if pos_weight is not None:
        positive = positive * pos_weight
    loss = positive + target.neg_().add_(1) * F.softplus(input)
    if weight is not None:
        loss = loss * weight
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss


def pos_weight_from_targets(targets: Tensor) -> Tensor:
    positives = targets.float().sum(dim=0)
    return (len(targets) - positives) / positives.clamp(min=1)
