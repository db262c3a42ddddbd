"""An error is raised: `not`, `and` and `or` want one yes or no, and a mask has many. The operators for whole masks
are ~, & and |.

fails: the_counts_are_four_integers
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    predicted, actual = scores > threshold, target.bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted and actual).sum()),
        int((predicted and not actual).sum()),
        int((not predicted and actual).sum()),
        int((not predicted and not actual).sum()),
    )
