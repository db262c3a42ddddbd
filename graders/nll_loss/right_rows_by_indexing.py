"""Every place is a row; the rows that are kept are looked up, and the others stay 0."""

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
    rows = log_probs.movedim(1, -1).reshape(-1, log_probs.shape[1])
    flat = target.reshape(-1)
    (kept,) = torch.where(flat != ignore_index)
    classes = flat[kept]
    if classes.numel() and not (0 <= int(classes.min()) and int(classes.max()) < rows.shape[1]):
        raise IndexError("there is no such class")
    weights = log_probs.new_ones(rows.shape[1]) if weight is None else weight
    losses = -rows[kept, classes] * weights[classes]
    if reduction == "none":
        return log_probs.new_zeros(flat.shape).index_put((kept,), losses).reshape(target.shape)
    return losses.sum() / weights[classes].sum() if reduction == "mean" else losses.sum()
