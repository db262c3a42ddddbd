"""Inputs of more than two dimensions raise an error. A segmentation has a target for every pixel.

fails: classes_are_on_dim_one_of_an_image_too
"""

import torch
from torch import Tensor

PREDICT_1 = 3.25


def nll_loss(
    log_probs: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Tensor:
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f'reduction is {reduction!r}; it must be "mean", "sum" or "none"')
    n, c = log_probs.shape
    kept = target != ignore_index
    classes = torch.where(kept, target, 0)
    if ((classes < 0) | (classes >= c)).any():
        raise IndexError(f"a target is not a class from 0 to {c - 1}, nor {ignore_index}")
    picked = log_probs[torch.arange(n, device=target.device), classes]
    weights = torch.where(kept, torch.ones_like(picked) if weight is None else weight[classes], 0.0)
    losses = torch.where(kept, -weights * picked, 0.0)
    if reduction == "none":
        return losses
    return losses.sum() if reduction == "sum" else losses.sum() / weights.sum()
