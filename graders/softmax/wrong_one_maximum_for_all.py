"""A slice far below the largest value of the tensor becomes nan: all of its exponentials are 0, and so is their sum.
What is subtracted has to fit each slice.

fails: slices_of_different_size_do_not_touch
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = (x - x.max()).exp() if x.numel() else x
    return weights / weights.sum(dim, keepdim=True)
