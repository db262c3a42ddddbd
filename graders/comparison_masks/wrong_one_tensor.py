"""One tensor with four numbers comes back. Four Python integers are asked for.

fails: the_counts_are_four_integers
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    masks = (predicted & actual, predicted & ~actual, ~predicted & actual, ~predicted & ~actual)
    return torch.stack([mask.sum() for mask in masks])
