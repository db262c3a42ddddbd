"""Scores with more than one dimension raise an error: a row of them is compared in one `if`, which wants a single
yes or no.

fails: every_shape_and_layout_is_counted
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    tp = fp = fn = tn = 0
    for score, truth in zip(scores, target):
        if score > threshold:
            tp, fp = tp + int(truth == 1), fp + int(truth == 0)
        else:
            fn, tn = fn + int(truth == 1), tn + int(truth == 0)
    return tp, fp, fn, tn
