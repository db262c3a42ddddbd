"""A mask of ones where the target is, multiplied and summed over the classes.

stretch: no
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
        raise ValueError(f"{reduction=}")
    classes = log_probs.shape[1]
    kept = target.ne(ignore_index)
    known = (target >= 0) & (target < classes)
    if (kept & ~known).any():
        raise IndexError("there is no such class")
    each = torch.arange(classes, device=target.device).reshape(-1, *[1] * (target.dim() - 1))
    mask = ((target.unsqueeze(1) == each) & kept.unsqueeze(1)).to(log_probs.dtype)
    if weight is not None:
        mask = mask * weight.reshape(-1, *[1] * (target.dim() - 1))
    losses = -(mask * log_probs).sum(1)
    if reduction == "mean":
        return losses.sum() / mask.sum()
    return losses.sum() if reduction == "sum" else losses
