"""A dimension of size 0 gives one empty chunk. It gives as many as were asked for.

fails: an_empty_dimension_gives_empty_chunks
"""

import torch
from torch import Tensor

PREDICT_1 = [3, 3, 3, 3, 1]
PREDICT_2 = [3, 2, 2, 2, 2, 2]


def chunk(x: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    if chunks < 1:
        raise ValueError(f"chunks is {chunks}; it must be 1 or more")
    n = x.shape[dim]
    return torch.split(x, -(-n // chunks), dim)
