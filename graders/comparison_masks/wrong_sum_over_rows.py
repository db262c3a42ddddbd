"""With more than one dimension an error is raised: the sum runs over the first dimension only, and what is left is
no single number.

fails: every_shape_and_layout_is_counted
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum(0)),
        int((predicted & ~actual).sum(0)),
        int((~predicted & actual).sum(0)),
        int((~predicted & ~actual).sum(0)),
    )
