"""expand_to accepts -1 for a new dimension, which has no size to keep.

fails: what_does_not_fit_is_refused
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    return x.broadcast_to(sizes)


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    new = len(sizes) - x.dim()
    return x.expand(*[abs(size) if place < new else size for place, size in enumerate(sizes)])
