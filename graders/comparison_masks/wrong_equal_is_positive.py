"""A score that is equal to the threshold counts as positive. The comparison asked for is strict: greater, not
greater or equal.

fails: an_equal_score_is_negative
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores >= threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
