"""A threshold of shape (2, 1) turns 4 scores into 8 comparisons. The result of the comparison must still have the
shape of the scores.

fails: shapes_that_only_broadcast_are_refused
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if scores.shape != target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
