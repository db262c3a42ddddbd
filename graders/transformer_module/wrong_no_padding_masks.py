"""Padding is looked at like a word, so that it still influences the real tokens.

fails: nobody_looks_at_the_padding_of_the_source
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    return is_later, torch.zeros_like(src, dtype=torch.bool), torch.zeros_like(tgt, dtype=torch.bool)
