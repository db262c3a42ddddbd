"""A one-dimensional threshold is laid along the rows. Broadcasting aligns shapes at the right, so it belongs to
the columns, one for each class.

fails: each_class_can_have_its_own_threshold
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    if isinstance(threshold, Tensor) and threshold.dim() == 1 and scores.dim() > 1:
        threshold = threshold[:, None]
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
