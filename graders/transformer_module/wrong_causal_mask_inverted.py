"""The target looks ahead and not back: tgt_mask is True where it may look. In nn.Transformer True means "may not look".

fails: a_position_looks_back_and_at_itself
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    return ~is_later, src == pad_id, tgt == pad_id
