"""Sizes, shape and strides side by side, from the right."""

from collections.abc import Sequence

from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    if len(sizes) < x.dim():
        raise RuntimeError("too few sizes")
    front = len(sizes) - x.dim()
    if min(sizes[:front], default=0) < 0:
        raise RuntimeError("a new dimension needs a size")
    pairs = []
    for size, old, stride in zip(reversed(sizes), reversed(x.shape), reversed(x.stride())):
        if size == -1 or size == old:
            pairs.append((old, stride))
        elif old == 1 and size >= 0:
            pairs.append((size, 0))
        else:
            raise RuntimeError(f"{old} cannot become {size}")
    pairs += [(size, 0) for size in reversed(sizes[:front])]
    return x.as_strided([size for size, _ in pairs[::-1]], [stride for _, stride in pairs[::-1]])


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return x.broadcast_to(tuple(sizes))
