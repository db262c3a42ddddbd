"""Sizes in the list are compared from the left, and new dimensions come last. They come in front.

fails: further_sizes_stand_in_front
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    return x.broadcast_to(sizes)


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x[(..., *[None] * (len(sizes) - x.dim()))].expand(*sizes)
