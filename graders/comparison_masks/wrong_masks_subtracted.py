"""An error is raised: two bool tensors cannot be subtracted. "One and not the other" is a & ~b.

fails: the_counts_are_four_integers
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    hits = predicted & actual
    return (
        int(hits.sum()),
        int((predicted - hits).sum()),
        int((actual - hits).sum()),
        int((~predicted & ~actual).sum()),
    )
