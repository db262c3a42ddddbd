"""A target of integers is taken for positions: x[[1, 0, 1]] picks elements 1, 0 and 1. Only a bool tensor selects
like a mask.

fails: targets_may_have_any_dtype
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted = scores > threshold
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    tp, fp = int(predicted[target].sum()), int(predicted[~target].sum())
    return tp, fp, predicted[target].numel() - tp, predicted[~target].numel() - fp
