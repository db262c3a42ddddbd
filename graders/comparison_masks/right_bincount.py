"""One number from 0 to 3 for each element, and a count of each."""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted = torch.gt(scores, threshold)
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    kinds = 2 * target.long() + predicted.long()
    tn, fp, fn, tp = torch.bincount(kinds.flatten(), minlength=4).tolist()
    return tp, fp, fn, tn
