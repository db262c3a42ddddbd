"""Splits the scores by the target first, then counts what lies above."""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted = scores.gt(threshold)
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    positives, negatives = predicted[target == 1], predicted[target == 0]
    tp, fp = int(positives.sum()), int(negatives.sum())
    return tp, fp, positives.numel() - tp, negatives.numel() - fp
