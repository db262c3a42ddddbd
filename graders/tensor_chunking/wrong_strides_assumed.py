"""The chunks are laid over the memory of x with steps computed from its shape. A view such as a transpose has strides
of its own.

fails: views_of_views_are_views
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

    axis = dim % x.dim()
    steps = [1]
    for length in reversed(x.shape[1:]):
        steps.insert(0, steps[0] * length)
    parts = []
    for start in range(0, n, size):
        shape = list(x.shape)
        shape[axis] = min(size, n - start)
        parts.append(x.as_strided(shape, steps, x.storage_offset() + start * steps[axis]))
    return tuple(parts)
