"""Shapes that differ are broadcast, and pairs are counted that nobody meant: (4, 1) and (4,) give 16 of them.

fails: shapes_that_only_broadcast_are_refused
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
