"""A -1 is accepted where x has no dimension. There -1 has nothing to keep.

fails: a_new_dimension_has_nothing_to_keep
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    new = len(sizes) - x.dim()
    return x.broadcast_to([abs(size) if place < new else size for place, size in enumerate(sizes)])


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
