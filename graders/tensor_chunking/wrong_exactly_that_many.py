"""Empty chunks fill up the number that was asked for. When n is used up early there are simply fewer chunks.

fails: there_may_be_fewer_than_asked_for
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

    starts = [min(i * size, n) for i in range(chunks)]
    return tuple(x.narrow(dim, start, min(size, n - start)) for start in starts)
