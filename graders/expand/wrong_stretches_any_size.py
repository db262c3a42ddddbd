"""A dimension of another size than 1 is stretched too: its first entry takes every place, and the others are lost.

fails: no_other_size_is_stretched
"""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    new = len(sizes) - x.dim()
    if new < 0:
        raise RuntimeError(f"{len(sizes)} sizes are too few for {x.dim()} dimensions")
    shape, strides = list(sizes), [0] * new + list(x.stride())
    for place, size in enumerate(x.shape, start=new):
        if shape[place] == -1:
            shape[place] = size
        if shape[place] != size:
            strides[place] = 0
    return x.as_strided(shape, strides)  # refuses a -1 that is still there


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
