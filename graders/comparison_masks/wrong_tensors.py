"""The four counts are tensors. A tensor that holds one number is not an int, and it keeps its device.

fails: the_counts_are_four_integers
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        (predicted & actual).sum(),
        (predicted & ~actual).sum(),
        (~predicted & actual).sum(),
        (~predicted & ~actual).sum(),
    )
