"""The caller's list of sizes holds other numbers afterwards. The -1 in it belongs to the caller.

fails: x_and_the_sizes_are_left_alone
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    return x.broadcast_to(sizes)


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    view = x.expand(*sizes)
    if isinstance(sizes, list):
        sizes[:] = view.shape
    return view
