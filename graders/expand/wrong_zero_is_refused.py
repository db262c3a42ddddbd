"""A size of 0 is refused. A tensor may have no entries, and stretching 1 to 0 gives one that has none.

fails: sizes_of_zero_are_sizes
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    if 0 in sizes:
        raise ValueError("a size is 1 or more")
    return x.broadcast_to(sizes)


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
