"""Cuts off the first chunk, and the rest as chunks of the rest."""

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

    def cut(rest):
        if rest.shape[dim] <= size:
            return (rest,)
        return (rest.narrow(dim, 0, size), *cut(rest.narrow(dim, size, rest.shape[dim] - size)))

    return cut(x)
