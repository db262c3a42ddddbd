"""Every element that is predicted right counts as a true positive and as a true negative. Which of the two it is
depends on the truth.

fails: every_element_is_counted_in_its_place
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    right = predicted == actual
    return (
        int(right.sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int(right.sum()),
    )
