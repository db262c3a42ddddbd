"""The short chunk comes first, because the cuts are counted from the end.

fails: the_size_is_rounded_up
"""

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

    first = n - size * ((n - 1) // size)
    starts = [0, *range(first, n, size)]
    return tuple(x.narrow(dim, start, first if start == 0 else size) for start in starts)
