"""The cutting is left to torch.chunk. The rule of this exercise is to do without it.

fails: neither_chunk_nor_tensor_split_is_called
"""

from torch import Tensor

PREDICT_1 = [3, 3, 3, 3, 1]
PREDICT_2 = [3, 2, 2, 2, 2, 2]


def chunk(x: Tensor, chunks: int, dim: int = 0) -> tuple[Tensor, ...]:
    if chunks < 1:
        raise ValueError(f"chunks is {chunks}; it must be 1 or more")
    return x.chunk(chunks, dim)
