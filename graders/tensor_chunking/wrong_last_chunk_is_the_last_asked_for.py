"""When the chunks are used up early, the call raises: the last chunk that was asked for
would begin behind the end of x.

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

    parts = [x.narrow(dim, i * size, size) for i in range(chunks - 1)]
    return (*parts, x.narrow(dim, (chunks - 1) * size, n - (chunks - 1) * size))
