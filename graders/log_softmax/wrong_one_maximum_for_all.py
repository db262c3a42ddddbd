"""A slice far below the largest value of the tensor becomes infinite: all of its exponentials are 0. What is
subtracted has to fit each slice.

fails: slices_of_different_size_do_not_touch
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    shifted = x - x.max() if x.numel() else x
    return shifted - shifted.exp().sum(dim, keepdim=True).log()
