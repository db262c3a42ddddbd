"""The counts are floating numbers. The sum of a mask is a whole number; nothing has to be cast for it.

fails: the_counts_are_four_integers
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    masks = (predicted & actual, predicted & ~actual, ~predicted & actual, ~predicted & ~actual)
    return tuple(mask.float().sum().item() for mask in masks)
