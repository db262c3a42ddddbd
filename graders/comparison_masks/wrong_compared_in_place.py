"""The scores hold 0 and 1 afterwards: gt_ writes its result into its tensor, which belongs to the caller.

fails: the_inputs_are_left_alone
"""

from torch import Tensor

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores: Tensor, target: Tensor, threshold: float | Tensor) -> tuple[int, int, int, int]:
    actual = target.bool()
    predicted = scores.detach().gt_(threshold).bool()
    if not predicted.shape == scores.shape == target.shape:
        raise ValueError("the shapes differ")
    return (
        int((predicted & actual).sum()),
        int((predicted & ~actual).sum()),
        int((~predicted & actual).sum()),
        int((~predicted & ~actual).sum()),
    )
