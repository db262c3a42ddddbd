"""The result is a copy, also where nothing is stretched: repeat always writes all numbers out.
A view shares the memory of x.

fails: nothing_is_copied
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    view = x.broadcast_to(sizes)
    front = [1] * (view.dim() - x.dim()) + list(x.shape)
    return x.repeat(*[new // old if old else 1 for new, old in zip(view.shape, front)]).reshape(view.shape)


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
