"""The strides are worked out from the shape of x. A slice or a transposed tensor has strides that its shape does not tell.

fails: x_may_be_a_view_itself
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    shape, steps = x.broadcast_to(sizes).shape, [1]
    for size in list(x.shape)[:0:-1]:
        steps.insert(0, steps[0] * size)
    old = [1] * (len(shape) - x.dim()) + list(x.shape)
    strides = [0] * (len(shape) - x.dim()) + steps[: x.dim()]
    return x.as_strided(shape, [0 if a != b else stride for a, b, stride in zip(old, shape, strides)])


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
