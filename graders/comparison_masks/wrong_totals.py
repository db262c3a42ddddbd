"""The numbers are totals: all that is predicted positive, all that is predicted negative, and the same for the
truth. Each of the four counts needs both.

fails: every_element_is_counted_in_its_place
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int(predicted.sum()),
        int((~predicted).sum()),
        int(actual.sum()),
        int((~actual).sum()),
    )
