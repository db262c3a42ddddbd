"""The scores are compared with 0.5, whatever threshold is given.

fails: the_threshold_decides
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > 0.5, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
