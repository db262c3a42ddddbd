"""Scores that require a gradient raise an error: NumPy knows no gradients, so the tensor has to be detached first.

fails: every_precision_is_compared_exactly
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    if scores.dtype is not torch.bfloat16:
        scores = torch.as_tensor(scores.cpu().numpy(), device=scores.device)
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
