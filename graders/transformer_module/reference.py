"""Bool masks, True where a position may not look."""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = tgt.new_ones(length, length, dtype=torch.bool).triu(1)
    return is_later, src == pad_id, tgt == pad_id
