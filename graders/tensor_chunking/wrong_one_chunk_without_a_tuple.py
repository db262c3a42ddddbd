"""When there is only one chunk, it comes alone. It belongs in a tuple like the others,
so that every caller can count on one.

fails: the_result_is_a_tuple
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

    parts = tuple(x.narrow(dim, start, min(size, n - start)) for start in range(0, n, size))
    return parts if len(parts) > 1 else parts[0]
