"""New axes in front, then one dimension after the other."""

from collections.abc import Sequence

import torch
from torch import Tensor

PREDICT_1 = ([9.0, 2.0, 3.0], [9.0, 9.0, 9.0, 9.0])
PREDICT_2 = "RuntimeError"
PREDICT_3 = ([5.0, 5.0, 5.0, 5.0], (0, 1))


def expand_view(x: Tensor, *sizes: int) -> Tensor:
    new = len(sizes) - x.dim()
    if new < 0:
        raise ValueError("every dimension needs a size")
    if any(size < 0 for size in sizes[:new]):
        raise ValueError("a new dimension has nothing to keep")
    for _ in range(new):
        x = x[None]
    for dim, size in enumerate(sizes):
        x = stretched(x, dim, size)
    return x


def stretched(x: Tensor, dim: int, size: int) -> Tensor:
    if size in (-1, x.shape[dim]):
        return x
    if x.shape[dim] != 1 or size < 0:
        raise ValueError(f"dimension {dim} has size {x.shape[dim]} and cannot get {size}")
    shape, strides = list(x.shape), list(x.stride())
    shape[dim], strides[dim] = size, 0
    return torch.as_strided(x, shape, strides, x.storage_offset())


def expand_to(x: Tensor, sizes: Sequence[int]) -> Tensor:
    return expand_view(x, *sizes)
