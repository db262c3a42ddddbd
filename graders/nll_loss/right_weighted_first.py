"""The log-probabilities of each class are weighted before one of them is picked."""

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
    kept = target != ignore_index
    if not torch.isin(target[kept], torch.arange(log_probs.shape[1], device=target.device)).all():
        raise IndexError("there is no such class")
    if weight is None:
        weight = log_probs.new_ones(log_probs.shape[1])
    column = weight.reshape(1, -1, *[1] * (log_probs.dim() - 2))
    index = target.masked_fill(~kept, 0).unsqueeze(1)
    picked = torch.take_along_dim(log_probs * column, index, 1).squeeze(1)
    losses = picked.neg().masked_fill(~kept, 0)
    if reduction == "none":
        return losses
    divisor = column.expand_as(log_probs).gather(1, index).squeeze(1)[kept].sum()
    return losses.sum() / divisor if reduction == "mean" else losses.sum()
