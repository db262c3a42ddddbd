"""Counts are missing, and the unpacking fails, when no true positive occurs: bincount stops at the largest value
it has seen.

fails: a_count_may_be_zero
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted = scores > threshold
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    tn, fp, fn, tp = torch.bincount((2 * target.long() + predicted.long()).flatten()).tolist()
    return tp, fp, fn, tn
