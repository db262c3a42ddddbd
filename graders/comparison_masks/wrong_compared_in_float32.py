"""Scores in double precision that lie very close to the threshold are counted as equal to it: they are cast to
float32 first.

fails: every_precision_is_compared_exactly
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores.float() > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
