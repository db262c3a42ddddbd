"""The last chunk takes the whole remainder and is longer than the others. The size is rounded up,
so that the last one is the shorter one.

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
    if chunks > n:
        return tuple(x.narrow(dim, start, 1) for start in range(n))
    size = n // chunks
    ends = [size * i for i in range(1, chunks)] + [n]
    return tuple(x.narrow(dim, size * i, ends[i] - size * i) for i in range(chunks))
