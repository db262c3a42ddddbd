"""Lays windows over the storage with the strides of x."""

import torch
from torch import Tensor

PREDICT_1 = [3, 3, 3, 3, 1]
PREDICT_2 = [3, 2, 2, 2, 2, 2]


def chunk(x: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    if chunks < 1:
        raise ValueError(f"chunks is {chunks}; it must be 1 or more")
    n = x.shape[dim]
    if n == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(chunks))
    size = -(-n // chunks)

    print("n", n, "size", size)
    axis = dim if dim >= 0 else dim + x.dim()
    parts = []
    for start in range(0, n, size):
        shape = list(x.size())
        shape[axis] = min(size, n - start)
        offset = x.storage_offset() + start * x.stride(axis)
        parts.append(torch.as_strided(x, shape, x.stride(), offset))
    return tuple(parts)
