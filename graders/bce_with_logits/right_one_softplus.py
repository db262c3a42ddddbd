"""The form with max(-x, 0) and log1p, in which pos_weight scales one softplus; one column at a time."""

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
    if reduction not in {"mean", "sum", "none"}:
        raise ValueError(reduction)
    if input.size() != target.size():
        raise ValueError("the shapes differ")
    softplus = (-input).clamp(min=0) + torch.log1p(torch.exp(-input.abs()))
    scale = 1 if pos_weight is None else 1 + (pos_weight - 1) * target
    loss = (1 - target) * input + scale * softplus
    loss = loss if weight is None else weight * loss
    return loss if reduction == "none" else getattr(loss, reduction)()


def pos_weight_from_targets(targets: Tensor) -> Tensor:
    ratios = []
    for c in range(targets.shape[1]):
        column = targets[:, c].bool()
        positives = int(column.sum())
        ratios.append((column.numel() - positives) / max(positives, 1))
    return torch.tensor(ratios, dtype=torch.float32, device=targets.device)
