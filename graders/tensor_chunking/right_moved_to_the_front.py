"""Cuts along dimension 0 of a transposed view, and transposes back."""

from torch import Tensor

PREDICT_1 = [3, 3, 3, 3, 1]
PREDICT_2 = [3, 2, 2, 2, 2, 2]


def chunk(x: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    if chunks <= 0:
        raise RuntimeError("chunk expects chunks to be greater than 0")
    front = x.transpose(0, dim)
    size, rest = divmod(front.size(0), chunks)
    size += rest > 0
    parts = [front[i * size : (i + 1) * size] for i in range(chunks)]
    parts = [part for part in parts if len(part) or not len(front)]
    return tuple(part.transpose(0, dim) for part in parts)
