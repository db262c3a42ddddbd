"""The chunks come out in reverse order of their contents: the numbers are read from the end.

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

    sizes = [min(size, n - start) for start in range(0, n, size)]
    ends = [n - sum(sizes[:i]) for i in range(len(sizes))]
    return tuple(x.narrow(dim, end - size, size) for end, size in zip(ends, sizes, strict=True))
