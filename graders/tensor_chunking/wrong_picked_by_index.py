"""The elements are picked by a list of their positions, which copies them. Only slices, `narrow` and `split` give views.

fails: writing_to_a_chunk_changes_x
"""

import torch
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

    places = torch.arange(n, device=x.device)
    return tuple(x.index_select(dim, places[start : start + size]) for start in range(0, n, size))
