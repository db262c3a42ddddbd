"""The sum is divided by the number of rows. The mean divides by the number of elements.

fails: mean_and_sum_reduce_over_all_elements
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
    loss = positive + (1 - target) * F.softplus(input)
    if weight is not None:
        loss = loss * weight
    if reduction == "mean":
        return loss.sum() / len(loss)
    return loss.sum() if reduction == "sum" else loss


def pos_weight_from_targets(targets: Tensor) -> Tensor:
    positives = targets.float().sum(dim=0)
    return (len(targets) - positives) / positives.clamp(min=1)
