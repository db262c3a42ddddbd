"""Two logarithms of the sigmoid, weighted before they are added; counts in float64."""

import torch
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
    if reduction not in ["mean", "sum", "none"]:
        raise ValueError("unknown reduction")
    if list(input.shape) != list(target.shape):
        raise ValueError("input and target must have one shape")
    if pos_weight is None:
        pos_weight = torch.ones_like(input)
    if weight is None:
        weight = torch.ones_like(input)
    loss = -weight * (pos_weight * target * F.logsigmoid(input) + (1 - target) * F.logsigmoid(-input))
    match reduction:
        case "mean":
            return torch.mean(loss)
        case "sum":
            return torch.sum(loss)
    return loss


def pos_weight_from_targets(targets: Tensor) -> Tensor:
    counts = targets.double()
    positives = counts.sum(0)
    negatives = (1 - counts).sum(0)
    return (negatives / torch.where(positives > 0, positives, 1.0)).float()
