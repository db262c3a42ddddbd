"""A logit is the difference of two scores, so this is a cross entropy of two classes."""

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
    if reduction not in ("mean", "sum", "none"):
        raise ValueError(f"unknown reduction: {reduction}")
    if input.shape != target.shape:
        raise ValueError("different shapes")
    no, yes = torch.stack([torch.zeros_like(input), input], dim=-1).log_softmax(dim=-1).unbind(dim=-1)
    loss = (target - 1) * no - target * yes * (1 if pos_weight is None else pos_weight)
    if weight is not None:
        loss = loss * weight.expand_as(loss)
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()


def pos_weight_from_targets(targets: Tensor) -> Tensor:
    positives = targets.sum(dim=0, dtype=torch.float32)
    negatives = torch.full_like(positives, targets.shape[0]) - positives
    return negatives / torch.maximum(positives, torch.ones_like(positives))
