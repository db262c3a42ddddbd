"""One target after the other, in Python."""

import torch
from torch import Tensor

PREDICT_1 = 3.25


def one_loss(values: Tensor, target: int, weight: Tensor, ignored: bool) -> tuple[Tensor, Tensor]:
    if ignored:
        return torch.zeros_like(values[0]), torch.zeros_like(values[0])
    if not 0 <= target < len(values):
        raise IndexError(f"there is no class {target}")
    return -values[target] * weight[target], weight[target]


def nll_loss(
    log_probs: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Tensor:
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"{reduction=}")
    if weight is None:
        weight = log_probs.new_ones(log_probs.shape[1])
    rows = log_probs.movedim(1, -1).reshape(-1, log_probs.shape[1])
    pairs = [
        one_loss(row, y, weight, y == ignore_index) for row, y in zip(rows, target.flatten().tolist(), strict=True)
    ]
    losses = torch.stack([loss for loss, _ in pairs]) if pairs else log_probs.new_zeros(0)
    if reduction == "none":
        return losses.reshape(target.shape)
    if reduction == "sum":
        return losses.sum()
    return losses.sum() / torch.stack([share for _, share in pairs]).sum()
