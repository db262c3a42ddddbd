"""Every id up to pad_id is taken for padding. Only pad_id itself is.

fails: any_id_may_be_the_padding
"""

import torch
from torch import Tensor

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    length = tgt.shape[1]
    is_later = torch.ones(length, length, dtype=torch.bool, device=tgt.device).triu(1)
    return is_later, src <= pad_id, tgt <= pad_id
