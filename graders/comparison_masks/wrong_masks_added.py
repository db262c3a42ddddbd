"""No true positive is ever found: the sum of two bool tensors is a bool again, so True + True is True and not 2.

fails: every_element_is_counted_in_its_place
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    both = predicted + actual
    return (
        int((both == 2).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((both == 0).sum()),
    )
