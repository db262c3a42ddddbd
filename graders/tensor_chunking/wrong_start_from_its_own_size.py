"""The last chunk begins too early: its beginning is computed from its own, shorter size. Every chunk begins
where the one before it ends.

fails: each_begins_where_the_one_before_ends
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

    count = -(-n // size)
    sizes = [min(size, n - i * size) for i in range(count)]
    return tuple(x.narrow(dim, i * sizes[i], sizes[i]) for i in range(count))
