"""`chunks` is used as the length of a chunk. It is how many chunks there are at most; the length is what split takes.

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
    return tuple(x.narrow(dim, start, min(chunks, n - start)) for start in range(0, n, chunks))
