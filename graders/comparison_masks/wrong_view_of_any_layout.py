"""Scores that are transposed or sliced raise an error: a view can only flatten what lies in one piece in memory.

fails: every_shape_and_layout_is_counted
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    if not isinstance(threshold, Tensor):
        scores, target = scores.view(scores.numel()), target.view(target.numel())
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
