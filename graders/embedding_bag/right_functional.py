"""The ready-made function."""

import torch.nn.functional as F
from torch import Tensor

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight: Tensor, input: Tensor, offsets: Tensor, mode: str = "sum") -> Tensor:
    return F.embedding_bag(input, weight, offsets, mode=mode)
