"""More sizes than x has dimensions are refused. The sizes that are left over in front make new dimensions.

fails: new_dimensions_come_in_front
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    if len(sizes) != x.dim():
        raise ValueError("one size for each dimension")
    return x.broadcast_to(sizes)


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
