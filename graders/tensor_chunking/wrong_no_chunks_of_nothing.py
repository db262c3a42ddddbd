"""A dimension of size 0 gives no chunks at all. It gives `chunks` empty views.

fails: an_empty_dimension_gives_empty_chunks
"""

from torch import Tensor

PREDICT_1 = [3, 3, 3, 3, 1]
PREDICT_2 = [3, 2, 2, 2, 2, 2]


def chunk(x: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    if chunks < 1:
        raise ValueError(f"chunks is {chunks}; it must be 1 or more")
    n = x.shape[dim]
    size = max(-(-n // chunks), 1)
    return tuple(x.narrow(dim, start, min(size, n - start)) for start in range(0, n, size))
