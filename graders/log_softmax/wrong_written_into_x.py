"""The call changes x: its values are shifted in place, in the caller's tensor.

fails: the_input_is_left_alone
"""

from torch import Tensor

PREDICT_1 = [-200.0, 0.0]


def log_softmax(x: Tensor, dim: int) -> Tensor:
    shifted = x.sub_(x.amax(dim, keepdim=True))
    return shifted - shifted.exp().sum(dim, keepdim=True).log()
