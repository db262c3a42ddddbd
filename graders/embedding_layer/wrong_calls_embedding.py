"""A ready-made embedding function does the whole exercise, which is about what happens inside of it.

fails: no_embedding_function_runs
"""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ([1.0, 1.0], [[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]])


def embedding_lookup(weight: Tensor, idx: Tensor, padding_idx: int | None = None) -> Tensor:
    return F.embedding(idx, weight, padding_idx)
