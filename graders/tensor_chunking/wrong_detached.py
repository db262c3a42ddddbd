"""No gradient reaches x: the chunks are views of a tensor that is cut off from autograd.

fails: gradients_flow_through_the_chunks
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

    x = x.detach()
    return tuple(x.narrow(dim, start, min(size, n - start)) for start in range(0, n, size))
