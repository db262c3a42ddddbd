"""The true negatives are far more than there are elements. On uint8 the operator ~ flips all eight bits: 0 becomes
255 and 1 becomes 254. It negates only a bool.

fails: every_element_is_counted_in_its_place
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = (scores > threshold).to(torch.uint8), target.to(torch.uint8)
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
