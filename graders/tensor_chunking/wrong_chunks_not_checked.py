"""A number of chunks below 1 gives an answer, or an exception that happens to come along on the way.
It raises ValueError or RuntimeError.

fails: chunks_below_one_are_refused
"""

from torch import Tensor

PREDICT_1 = [3, 3, 3, 3, 1]
PREDICT_2 = [3, 2, 2, 2, 2, 2]


def chunk(x: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    n = x.shape[dim]
    if n == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(chunks))
    size = -(-n // chunks)

    return tuple(x.narrow(dim, start, min(size, n - start)) for start in range(0, n, size))
