"""The counts come in the order tn, fp, fn, tp. The order asked for begins with the true positives.

fails: every_element_is_counted_in_its_place
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((~predicted & ~actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((predicted & actual).sum()),
    )
