"""The chunks come in a list. The contract, and torch.chunk, say a tuple, which nobody can add to by mistake.

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

    if not isinstance(dim, int):
        raise TypeError("dim")
    return [x.narrow(dim, start, min(size, n - start)) for start in range(0, n, size)]
