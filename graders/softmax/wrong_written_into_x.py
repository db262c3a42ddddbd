"""The call changes x: its values are shifted in place, in the caller's tensor.

fails: the_input_is_left_alone
"""

from torch import Tensor

PREDICT_1 = [1.0, 0.0]


def softmax(x: Tensor, dim: int) -> Tensor:
    weights = x.sub_(x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
