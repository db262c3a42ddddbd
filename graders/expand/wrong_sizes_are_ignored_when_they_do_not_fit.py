"""A dimension whose size does not fit keeps it, without a word. The caller asked for another shape and has to hear of it.

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
            if size != 1:
                shape[place] = size
                continue
            strides[place] = 0
    return x.as_strided(shape, strides)  # refuses a -1 that is still there


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.expand(*sizes)
