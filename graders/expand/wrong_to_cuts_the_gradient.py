"""No gradient comes back through expand_to. A view made of x belongs to its history.

fails: x_gets_the_sum_of_the_gradients
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    return x.broadcast_to(sizes)


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.detach().expand(*sizes)
