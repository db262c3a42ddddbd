"""The causal mask is made on the CPU, wherever the tokens are.

fails: the_masks_live_where_the_tokens_live
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.zeros(length, length, dtype=torch.bool)
    for i in range(length):
        is_later[i, i + 1 :] = True
    return is_later, src == pad_id, tgt == pad_id
