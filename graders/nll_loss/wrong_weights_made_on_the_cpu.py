"""Without weight a tensor of ones is made on the CPU, wherever log_probs is.

fails: the_loss_lives_where_log_probs_live
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
    kept = target != ignore_index
    classes = torch.where(kept, target, 0)
    if ((classes < 0) | (classes >= log_probs.shape[1])).any():
        raise IndexError(f"a target is not a class from 0 to {log_probs.shape[1] - 1}, nor {ignore_index}")
    picked = log_probs.gather(1, classes.unsqueeze(1)).squeeze(1)
    weights = torch.where(
        kept, torch.ones(picked.shape, dtype=picked.dtype) if weight is None else weight[classes], 0.0
    )
    losses = torch.where(kept, -weights * picked, 0.0)
    if reduction == "none":
        return losses
    return losses.sum() if reduction == "sum" else losses.sum() / weights.sum()
