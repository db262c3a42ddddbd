"""The padding of the first target is hidden in tgt_mask too, which is shared by all sequences.

fails: padding_does_not_touch_the_causal_mask
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    is_later = is_later | (tgt[0] == pad_id)
    return is_later, src == pad_id, tgt == pad_id
