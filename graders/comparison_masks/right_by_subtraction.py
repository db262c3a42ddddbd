"""Two totals and one intersection; the rest follows.

stretch: no
"""

import torch
from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted = scores > threshold
    actual = target != 0
    tp = torch.logical_and(predicted, actual).count_nonzero().item()
    fp = predicted.count_nonzero().item() - tp
    fn = actual.count_nonzero().item() - tp
    return tp, fp, fn, scores.numel() - tp - fp - fn
