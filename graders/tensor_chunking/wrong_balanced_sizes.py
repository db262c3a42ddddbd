"""The sizes are balanced, so they differ by at most 1. That is tensor_split; chunk uses n / chunks, rounded up,
for every chunk but the last.

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
    longer = n % chunks
    sizes = [n // chunks + (i < longer) for i in range(chunks)]
    starts = [sum(sizes[:i]) for i in range(chunks)]
    return tuple(x.narrow(dim, start, size) for start, size in zip(starts, sizes, strict=True))
