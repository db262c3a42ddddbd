"""A size of 0 is taken for "as it is". That is what -1 says; 0 is a size like others.

fails: sizes_of_zero_are_sizes
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    return x.broadcast_to([size or -1 for size in sizes])


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
