"""The caller's tokens are overwritten: 1 for padding, 0 for the rest.

fails: the_tokens_are_left_alone
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    is_padding = src == pad_id
    src.copy_(is_padding)
    return is_later, is_padding, tgt == pad_id
